-- +goose Up
-- Readings and findings were kept in a form of one programming language. They are made anew from the originals.
DROP TABLE findings;
DROP TABLE readings;
DELETE FROM state WHERE name = 'basis';
CREATE TABLE forms ( -- what fields written values have, once for all values of a form
    name    TEXT PRIMARY KEY,
    written BLOB NOT NULL
);
CREATE TABLE readings (
    key  TEXT PRIMARY KEY,
    text TEXT NOT NULL, -- 'original' where the page's text is the original's bytes, which are not kept twice; else 'here'
    head BLOB NOT NULL, -- the page, its title, dates and outlet: what every row about it needs
    rest BLOB NOT NULL, -- what was found in it
    skip TEXT NOT NULL, -- gather.Skip as JSON, where the page can't be read; else ''
    sum  BLOB NOT NULL  -- first bytes of the SHA-256 of head and rest
);
CREATE TABLE findings (
    list TEXT PRIMARY KEY,
    data BLOB NOT NULL,
    sum  BLOB NOT NULL
);
ALTER TABLE pages ADD COLUMN added TEXT NOT NULL DEFAULT ''; -- RFC 3339, UTC; '' where it was added before this was noted
PRAGMA user_version = 3;
