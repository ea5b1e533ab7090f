"""mcp_tasks.py stdio COMMAND ARG… | http ADDRESS: does eight jobs over a record of the harbour story through the tools, with the client of another
maker, and holds the answers against what a careful reader finds in the pages."""
import asyncio
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.client.streamable_http import streamable_http_client


async def tasks(session):
    await session.initialize()
    names = sorted(t.name for t in (await session.list_tools()).tools)
    assert names == ["compare_pages", "date", "disagreements", "figures", "page", "search_statements", "statement", "timeline", "voice", "why"], names

    async def ask(tool, **args):
        answer = await session.call_tool(tool, args)
        assert not answer.is_error, answer.content
        return answer.structured_content

    # 1. Did she really say that, and who says so?
    found = await ask("search_statements", query="kept our word")
    row = found["statements"][0]
    assert row["speaker"] == "Ilse Marrow" and {a["page"] for a in row["accounts"]} == {"nord-convoy", "times-convoy"}, row
    assert (await ask("statement", id=row["id"]))["statement"]["words"] == row["words"]
    # 2. When was this page published? The header shows another date.
    day = await ask("date", page="times-depot")
    assert day["earliest"] == day["latest"] == "2023-03-07" and any("09:11" in (e.get("place") or {}).get("words", "") for e in day["evidence"]), day
    # 3. How many, by whom, as of when?
    killed = (await ask("figures", of="killed", verdict="differ"))["figures"][0]
    assert {(e["page"], e["low"]) for e in killed["entries"]} >= {("nord-depot", 9), ("times-depot", 11)}, killed
    # 4. Two independent sources, or one copied?
    pair = await ask("compare_pages", a="gulf-count", b="lantern-count")
    assert pair["one_origin"] and pair["copied_passages"], pair
    # 5. What happened, in order; what was only planned, and what became of it?
    planned = await ask("timeline", status="planned", query="convoy")
    assert any("2023" in e["when"] and e.get("becomes") for e in planned["timeline"]), planned
    # 6. What can't they all be right about?
    apart = await ask("disagreements", part="number")
    assert apart["total"] >= 1 and len({s["page"] for s in apart["disagreements"][0]["sides"]}) >= 2, apart
    # 7. Who is he, under which spellings, and what does he say?
    he = await ask("voice", name="al-Kadari")
    assert he["name"].endswith("Qadari") or he["name"].endswith("Kadari"), he["name"]
    assert len(he["spellings"]) >= 3 and he["statements"], he
    # 8. Why should I believe this row, and where does it stand?
    why = await ask("why", id=row["id"])
    assert why["confidence"] == row["confidence"] and {p["for"] for p in why["evidence"]} >= {"source", "content"}, why
    at = row["accounts"][0]
    text = await ask("page", id=at["page"], start=at["start"], length=at["end"] - at["start"])
    assert text["text"] == at["words"], (text["text"], at)

    # Nothing found is an answer; a value that does not exist is told with those that do.
    nothing = await ask("search_statements", query="volcano")
    assert nothing["total"] == 0 and nothing["answer"].startswith("Nothing found"), nothing
    wrong = await session.call_tool("search_statements", {"stance": "sayy"})
    assert wrong.is_error and "deny" in wrong.content[0].text, wrong
    print("8 tasks done")


async def main():
    if sys.argv[1] == "http":
        async with streamable_http_client(sys.argv[2]) as streams, ClientSession(streams[0], streams[1]) as session:
            await tasks(session)
    else:
        async with stdio_client(StdioServerParameters(command=sys.argv[2], args=sys.argv[3:])) as (r, w), ClientSession(r, w) as session:
            await tasks(session)


asyncio.run(main())
