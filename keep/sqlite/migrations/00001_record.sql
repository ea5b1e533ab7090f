-- +goose Up
CREATE TABLE originals ( -- bytes as they were found, once each, never changed
    sha256 TEXT PRIMARY KEY,
    size   INTEGER NOT NULL,
    coding TEXT NOT NULL, -- plain or zstd
    data   BLOB NOT NULL
);
CREATE TABLE pages (
    num       INTEGER PRIMARY KEY, -- order of arrival; shown nowhere
    key       TEXT NOT NULL UNIQUE,
    sha256    TEXT NOT NULL, -- of its original; '' where it has none
    reading   TEXT NOT NULL, -- key of its reading; '' where it has none
    described TEXT NOT NULL, -- keep.Page as JSON
    sum       TEXT NOT NULL  -- SHA-256 of described
);
CREATE INDEX pages_sha256 ON pages (sha256);
CREATE INDEX pages_reading ON pages (reading);
CREATE TABLE readings (
    key    TEXT PRIMARY KEY,
    coding TEXT NOT NULL,
    data   BLOB NOT NULL,
    sum    TEXT NOT NULL, -- SHA-256 of the decoded data
    skip   TEXT NOT NULL  -- gather.Skip as JSON, where the page can't be read; else ''
);
CREATE TABLE findings (
    list   TEXT PRIMARY KEY,
    coding TEXT NOT NULL,
    data   BLOB NOT NULL,
    sum    TEXT NOT NULL
);
CREATE TABLE state ( -- basis: the set of pages that the findings were made from
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TABLE lines ( -- a line of a page's text, for search
    num   INTEGER PRIMARY KEY,
    page  INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end   INTEGER NOT NULL
);
CREATE INDEX lines_page ON lines (page);
CREATE VIRTUAL TABLE search USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);
PRAGMA user_version = 1;
