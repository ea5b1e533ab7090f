-- +goose Up
DELETE FROM state WHERE name = 'made'; -- findings are written anew
DELETE FROM rows; DELETE FROM shown; DELETE FROM voices; DELETE FROM touched; DELETE FROM answers;
DROP TABLE called;
CREATE VIRTUAL TABLE called USING fts5 ( -- names, titles, things counted
    words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);
CREATE TABLE held ( -- rows that are kept within another one
    id  TEXT PRIMARY KEY,
    num INTEGER NOT NULL
) WITHOUT ROWID;
PRAGMA user_version = 6;
