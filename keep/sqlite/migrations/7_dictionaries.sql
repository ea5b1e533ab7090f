-- +goose Up
CREATE TABLE dictionaries ( -- what many values have in common: they are packed against it
    num  INTEGER PRIMARY KEY,
    what TEXT NOT NULL, -- readings or rows
    data BLOB NOT NULL,
    sum  BLOB NOT NULL
);
PRAGMA user_version = 7;
