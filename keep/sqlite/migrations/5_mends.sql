-- +goose Up
CREATE TABLE mends ( -- what a person put right; it outlives all that is made anew
    id    TEXT PRIMARY KEY,
    mend  TEXT NOT NULL, -- compare.Mend as JSON
    sum   TEXT NOT NULL,
    added TEXT NOT NULL -- RFC 3339, UTC
);
PRAGMA user_version = 5;
