-- +goose Up
-- What a record holds, as in keep/sqlite. Text is ordered by its bytes, as everywhere in Hearsay.
CREATE TABLE originals ( -- bytes as they were found, once each, never changed
    sha256 text COLLATE "C" PRIMARY KEY,
    size   bigint NOT NULL,
    coding text NOT NULL, -- plain or zstd
    data   bytea NOT NULL
);
ALTER TABLE originals ALTER data SET STORAGE EXTERNAL; -- packed already
CREATE TABLE readings (
    key  text COLLATE "C" PRIMARY KEY,
    bare boolean NOT NULL, -- the page's text is the original's bytes, which are not kept twice
    head bytea NOT NULL, -- the page, its title, dates and outlet: what every row about it needs
    rest bytea NOT NULL, -- what was found in it
    skip text NOT NULL, -- gather.Skip as JSON, where the page can't be read; else ''
    head_sum bytea NOT NULL,
    rest_sum bytea NOT NULL
);
ALTER TABLE readings ALTER head SET STORAGE EXTERNAL;
ALTER TABLE readings ALTER rest SET STORAGE EXTERNAL;
CREATE TABLE pages ( -- what is referred to can't be taken out by somebody who writes at the same time
    num       int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- shown nowhere
    key       text COLLATE "C" NOT NULL UNIQUE,
    name      text COLLATE "C" NOT NULL, -- SHA-256 of name and path: what it is called, whatever its bytes
    sha256    text COLLATE "C" REFERENCES originals, -- of its original; NULL where it has none
    reading   text COLLATE "C" REFERENCES readings,
    described text NOT NULL, -- keep.Page as JSON
    sum       text NOT NULL, -- SHA-256 of described
    added     text NOT NULL, -- RFC 3339, UTC
    id        text COLLATE "C" NOT NULL DEFAULT '' -- as of the last comparing; '' where it is new since
);
CREATE INDEX pages_sha256 ON pages (sha256);
CREATE INDEX pages_reading ON pages (reading);
CREATE INDEX pages_id ON pages (id);
CREATE INDEX pages_name ON pages (name);
CREATE TABLE waiting ( -- pages that were gathered and are to be read, in batches of one job each
    num       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    batch     bigint NOT NULL,
    described text NOT NULL, -- keep.Page as JSON
    fetches   text NOT NULL, -- keep.Capture as JSON, those of the page; '' for none
    coding    text NOT NULL,
    data      bytea NOT NULL
);
ALTER TABLE waiting ALTER data SET STORAGE EXTERNAL;
CREATE INDEX waiting_batch ON waiting (batch);
CREATE SEQUENCE batches;
CREATE TABLE changes ( -- pages and mends that came, went or changed since they were compared
    num bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key text COLLATE "C" NOT NULL,
    at  timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE forms ( -- what fields written values have, once for all values of a form
    name    text COLLATE "C" PRIMARY KEY,
    written bytea NOT NULL
);
CREATE TABLE state (
    name  text COLLATE "C" PRIMARY KEY,
    value text NOT NULL
);
CREATE TABLE captures ( -- what was fetched, as it went over the wire: one WARC record in a gzip member
    num      bigint GENERATED ALWAYS AS IDENTITY,
    url      text COLLATE "C" NOT NULL,
    time     text COLLATE "C" NOT NULL, -- RFC 3339, UTC
    page     text COLLATE "C" NOT NULL, -- key of the page it became
    etag     text NOT NULL,
    modified text NOT NULL, -- Last-Modified as the server wrote it
    record   bytea NOT NULL,
    sum      text NOT NULL, -- SHA-256 of record
    PRIMARY KEY (url, time, page)
);
ALTER TABLE captures ALTER record SET STORAGE EXTERNAL;
CREATE INDEX captures_page ON captures (page);
CREATE TABLE mends ( -- what a person put right; it outlives all that is made anew
    id    text COLLATE "C" PRIMARY KEY,
    mend  text NOT NULL, -- compare.Mend as JSON
    sum   text NOT NULL,
    added timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE lines ( -- a line of a page's text, for search; a very long one is several rows
    page  int NOT NULL,
    start int NOT NULL,
    stop  int NOT NULL,
    words tsvector NOT NULL
);
CREATE INDEX lines_page ON lines (page);
CREATE INDEX lines_words ON lines USING gin (words);
CREATE TABLE rows ( -- of findings
    num  bigint PRIMARY KEY,
    list int NOT NULL,
    id   text COLLATE "C" NOT NULL,
    data bytea NOT NULL,
    sum  bytea NOT NULL -- of data, then of the columns that views choose by
);
ALTER TABLE rows ALTER data SET STORAGE EXTERNAL;
CREATE UNIQUE INDEX rows_id ON rows (id, list);
CREATE TABLE shown ( -- what views choose and order by
    pos    bigint NOT NULL, -- where it stands in its list as views show it
    num    bigint NOT NULL,
    sure   double precision NOT NULL,
    list   int NOT NULL,
    size   int NOT NULL,
    speech boolean NOT NULL,
    kind   text COLLATE "C" NOT NULL, -- stance, verdict, status, type
    sub    text COLLATE "C" NOT NULL, -- kind of statement
    who    text COLLATE "C" NOT NULL, -- speaker, outlet
    PRIMARY KEY (list, pos)
);
CREATE INDEX shown_who ON shown (list, who, pos) WHERE who <> '';
CREATE TABLE voices ( -- statements in which an entity is a voice
    who text COLLATE "C" NOT NULL,
    pos bigint NOT NULL,
    num bigint NOT NULL,
    PRIMARY KEY (who, pos)
);
CREATE INDEX voices_num ON voices (num);
CREATE TABLE touched ( -- rows with a place on a page
    page int NOT NULL,
    list int NOT NULL,
    pos  bigint NOT NULL,
    num  bigint NOT NULL,
    PRIMARY KEY (page, list, pos)
);
CREATE INDEX touched_num ON touched (num);
CREATE TABLE called ( -- names, titles, things counted
    num   bigint PRIMARY KEY,
    words tsvector NOT NULL
);
CREATE INDEX called_words ON called USING gin (words);
CREATE TABLE held ( -- rows that are kept within another one
    id  text COLLATE "C" PRIMARY KEY,
    num bigint NOT NULL
);
CREATE INDEX held_num ON held (num);
CREATE TABLE answers ( -- counts that cost a pass over everything, for the dial that is shown first
    name text COLLATE "C" PRIMARY KEY,
    data bytea NOT NULL,
    sum  bytea NOT NULL
);
