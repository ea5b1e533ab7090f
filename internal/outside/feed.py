"""feed.py FILE COUNT: parses a feed with feedparser, without a complaint, and holds what every entry needs."""
import sys

import feedparser

feed = feedparser.parse(open(sys.argv[1], "rb").read())
assert not feed.bozo, feed.get("bozo_exception")
assert feed.version in ("atom10", "json11", "json1"), feed.version
assert feed.feed.title and len(feed.entries) == int(sys.argv[2]), (feed.feed, len(feed.entries))
assert len({e.id for e in feed.entries}) == len(feed.entries), "two entries have one id"
for e in feed.entries:
    assert e.id and e.title and e.updated_parsed and (e.get("summary") or e.get("content")), e
print(len(feed.entries), feed.version)
