-- Splits the three tables that hold most bytes of a record into sixteen parts each, by hash. For a record without pages:
--   hearsay work --db postgres://… --drain && psql postgres://… -f partitions.sql
BEGIN;
ALTER TABLE pages DROP CONSTRAINT pages_sha256_fkey, DROP CONSTRAINT pages_reading_fkey;
ALTER TABLE originals RENAME TO originals_whole;
ALTER TABLE readings RENAME TO readings_whole;
ALTER TABLE lines RENAME TO lines_whole;
CREATE TABLE originals (LIKE originals_whole INCLUDING DEFAULTS INCLUDING STORAGE, PRIMARY KEY (sha256)) PARTITION BY HASH (sha256);
CREATE TABLE readings (LIKE readings_whole INCLUDING DEFAULTS INCLUDING STORAGE, PRIMARY KEY (key)) PARTITION BY HASH (key);
CREATE TABLE lines (LIKE lines_whole INCLUDING DEFAULTS INCLUDING STORAGE) PARTITION BY HASH (page);
DROP TABLE originals_whole, readings_whole, lines_whole;
DO $$
BEGIN
    FOR n IN 0..15 LOOP
        EXECUTE format('CREATE TABLE originals_%s PARTITION OF originals FOR VALUES WITH (MODULUS 16, REMAINDER %s)', n, n);
        EXECUTE format('CREATE TABLE readings_%s PARTITION OF readings FOR VALUES WITH (MODULUS 16, REMAINDER %s)', n, n);
        EXECUTE format('CREATE TABLE lines_%s PARTITION OF lines FOR VALUES WITH (MODULUS 16, REMAINDER %s)', n, n);
    END LOOP;
END $$;
CREATE INDEX ON lines (page);
CREATE INDEX ON lines USING gin (words);
ALTER TABLE pages ADD CONSTRAINT pages_sha256_fkey FOREIGN KEY (sha256) REFERENCES originals, ADD CONSTRAINT pages_reading_fkey FOREIGN KEY (reading) REFERENCES readings;
COMMIT;
