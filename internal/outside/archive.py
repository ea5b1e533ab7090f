"""archive.py FILE: holds a WACZ against wacz's validator and warcio's digest check, its index against the records it points at, and its sort keys
against the surt library for plain addresses."""
import io
import json
import sys
import zipfile

from surt import surt
from warcio.archiveiterator import ArchiveIterator
from wacz.main import main

if main(["validate", "-f", sys.argv[1]]) != 0:
    sys.exit("wacz: not valid")
z = zipfile.ZipFile(sys.argv[1])
assert z.getinfo("archive/pages.warc.gz").compress_type == zipfile.ZIP_STORED, "the archive is compressed twice"
data = z.read("archive/pages.warc.gz")
records = 0
for record in ArchiveIterator(io.BytesIO(data), check_digests="raise"):
    record.content_stream().read()
    records += record.rec_type != "warcinfo"
lines = z.read("indexes/index.cdx").decode().splitlines()
assert lines == sorted(lines, key=lambda line: line.encode()), "the index is not sorted"
assert len(lines) == records, f"{len(lines)} lines for {records} records"
for line in lines:
    key, ts, about = line.split(" ", 2)
    about = json.loads(about)
    at, n = int(about["offset"]), int(about["length"])
    record = next(iter(ArchiveIterator(io.BytesIO(data[at : at + n]), no_record_parse=False)))
    assert record.rec_headers.get_header("WARC-Target-URI") == about["url"], line
    assert record.rec_headers.get_header("WARC-Date").translate(str.maketrans("", "", "-:TZ")) == ts, line
    assert record.rec_headers.get_header("WARC-Payload-Digest") == about["digest"], line
    if about["url"].startswith("http") and "%" not in about["url"]:
        assert surt(about["url"]) == key, f"{key} should be {surt(about['url'])}"
    if about["url"].startswith("http"):
        assert record.rec_type == "resource" or about["status"], line
pages = [json.loads(line) for line in z.read("pages/pages.jsonl").decode().splitlines()]
assert pages[0]["format"] == "json-pages-1.0"
assert {p["url"] for p in pages[1:]} <= {json.loads(line.split(" ", 2)[2])["url"] for line in lines}
print(f"{records} records, {len(pages) - 1} pages")
