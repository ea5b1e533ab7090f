-- +goose Up
CREATE TABLE captures ( -- what was fetched, as it went over the wire: one WARC record in a gzip member
    url      TEXT NOT NULL,
    time     TEXT NOT NULL, -- RFC 3339, UTC
    page     TEXT NOT NULL, -- key of the page it became
    etag     TEXT NOT NULL,
    modified TEXT NOT NULL, -- Last-Modified as the server wrote it
    record   BLOB NOT NULL,
    sum      TEXT NOT NULL, -- SHA-256 of record
    PRIMARY KEY (url, time, page)
);
CREATE INDEX captures_page ON captures (page);
PRAGMA user_version = 2;
