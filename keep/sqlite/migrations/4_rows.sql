-- +goose Up
-- Findings were kept a list at a time. Now each is a row, with the columns by which views choose and order; they are made anew.
DROP TABLE findings;
DELETE FROM state WHERE name = 'basis';
ALTER TABLE pages ADD COLUMN id TEXT NOT NULL DEFAULT ''; -- as of the last comparing; '' where it is new since
CREATE INDEX pages_id ON pages (id);
CREATE TABLE rows (
    num  INTEGER PRIMARY KEY, -- given once
    list INTEGER NOT NULL,
    id   TEXT NOT NULL,
    pos  INTEGER NOT NULL, -- where it stands in its list as views show it
    data BLOB NOT NULL,
    sum  BLOB NOT NULL  -- first bytes of the SHA-256 of data, then some of that of the columns below
);
CREATE UNIQUE INDEX rows_id ON rows (id, list);
CREATE TABLE shown ( -- what views choose and order by
    list   INTEGER NOT NULL,
    pos    INTEGER NOT NULL,
    num    INTEGER NOT NULL,
    kind   TEXT NOT NULL, -- stance, verdict, status, type
    sub    TEXT NOT NULL, -- kind of statement
    sure   REAL NOT NULL,
    speech INTEGER NOT NULL,
    who    TEXT NOT NULL, -- speaker, outlet
    size   INTEGER NOT NULL,
    PRIMARY KEY (list, pos)
) WITHOUT ROWID;
CREATE TABLE voices ( -- statements in which an entity is a voice
    who    TEXT NOT NULL,
    pos    INTEGER NOT NULL,
    num    INTEGER NOT NULL,
    PRIMARY KEY (who, pos)
) WITHOUT ROWID;
CREATE INDEX voices_num ON voices (num);
CREATE TABLE touched ( -- rows with a place on a page
    page INTEGER NOT NULL,
    list INTEGER NOT NULL,
    pos  INTEGER NOT NULL,
    num  INTEGER NOT NULL,
    PRIMARY KEY (page, list, pos)
) WITHOUT ROWID;
CREATE INDEX touched_num ON touched (num);
CREATE VIRTUAL TABLE called USING fts5 ( -- names, titles, things counted
    words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);
CREATE TABLE answers ( -- counts that cost a pass over everything, for the dial that is shown first
    name TEXT PRIMARY KEY,
    data BLOB NOT NULL,
    sum  BLOB NOT NULL
);
PRAGMA user_version = 4;
