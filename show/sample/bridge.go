package sample

import (
	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

// Record returns the story of the bridge at Olm.
func Record() *view.Record {
	m := &maker{}
	m.pagesOfOlm()
	m.voicesOfOlm()
	m.statementsOfOlm()
	m.figuresOfOlm()
	m.timelineOfOlm()
	m.copiesOfOlm()
	return m.done()
}

func (m *maker) pagesOfOlm() {
	url := func(s string) []article.Evidence {
		return []article.Evidence{{Field: "url", Use: article.Publication, Why: "the address says " + s}}
	}
	m.page("kurier-1", "Olm Kurier", "https://kurier.example/2022/05/09/bridge", day(2022, 5, 9), article.URL, url("2022/05/09"),
		"menu|Home  News  Weather", "clock|11:20 GMT 02 June 2022", "title|Bridge at Olm shut after crack is found", "byline|By Pia Lund",
		"body|The old bridge at Olm was shut on Monday after divers found a crack in its second pillar.",
		"body|“Nobody was in danger at any time,” mayor Tessa Brandt said at the town hall. She promised that it would open again by the end of May.",
		"body|At least 1,200 lorries cross it every day, the port union said.",
		"caption|The bridge at Olm. Photo: archive", "related|Read more: Ferry fares to rise, says minister", "notice|We use cookies to improve your visit.")
	m.page("wire-7", "Nordpress", "https://nordpress.example/x7", day(2022, 5, 10), article.FromText,
		[]article.Evidence{{Use: article.Anchor, Why: "the dateline says 10 May"}},
		"dateline|OLM, 10 May (Nordpress)", "title|Crack in Olm bridge known for a year, engineer tells radio",
		"body|The crack in the bridge at Olm had been known for a year, an engineer of the river authority told Radio Sel.",
		"body|The mayor's office denied that any warning had reached it. “No such letter ever arrived,” Brandt said.",
		"body|Some 900 lorries use the bridge on a working day, according to the river authority.",
		"footnote|Nordpress corrected the name of the pillar on 11 May.")
	m.page("sel-2", "Radio Sel", "https://radiosel.example/bridge", day(2022, 5, 9), article.Metadata,
		[]article.Evidence{{Field: "article:published_time", Use: article.Publication, Why: "the page's markup says 2022-05-09"}},
		"title|“They knew”: engineer on the Olm bridge", "standfirst|An engineer speaks out.",
		"body|“They knew about the crack for a year,” the engineer told Radio Sel on Monday, asking not to be named.",
		"body|Between 1,000 and 1,500 lorries a day will have to take the ferry.")
	m.page("kurier-2", "Olm Kurier", "https://kurier.example/2022/05/29/open", day(2022, 5, 29), article.URL, url("2022/05/29"),
		"title|Olm bridge open again", "body|The bridge at Olm opened again on Sunday, two days before the date that mayor T. Brandt had promised.",
		"body|Engineers had strengthened the pillar with 40 tonnes of steel, perhaps more, people close to the works believe.")
	m.page("herald-4", "Delta Herald", "https://herald.example/olm", times.Between(times.NewDay(2022, 5, 10), times.NewDay(2022, 5, 16), times.Week), article.Record,
		[]article.Evidence{{Use: article.Lower, Why: "it quotes wire-7", Page: "wire-7"}, {Use: article.Upper, Why: "“next week” must lie before the works began on 17 May"},
			{Use: article.Rejected, Field: "clock", Why: "the clock in the header is the crawl's"}},
		"clock|Thursday 2 June 2022", "title|Who knew of the crack?",
		"body|The crack in the bridge at Olm had been known for a year, an engineer of the river authority told Radio Sel, the agency Nordpress reports.",
		"body|Works on the pillar are to begin next week. The first plans for a new bridge date from 2009.")
	m.pages = append(m.pages, view.Page{ID: "scan-9", Source: "pages/scan-9.png", Bytes: 48211, SHA256: "5f",
		Skip: &gather.Skip{Reason: gather.UnknownFormat, Detail: ".png"}})
	m.f.Stories = []compare.Story{{ID: "y1", Title: "The bridge at Olm", Pages: []string{"herald-4", "kurier-1", "kurier-2", "sel-2", "wire-7"}}}
	m.f.Overlays = []compare.Overlay{{Page: "sel-2", Roles: []compare.RoleChange{{Block: 1, Role: "notice", Why: "stands on every page of the outlet"}}}}
}

func (m *maker) voicesOfOlm() {
	m.entity("e1", "PER", "Tessa Brandt", map[string]string{"kurier-1": "mayor"}, "kurier-1|Tessa Brandt", "wire-7|Brandt", "kurier-2|T. Brandt")
	m.entity("e2", "PER", "engineer of the river authority", nil)
	m.entity("e3", "ORG", "port union", nil, "kurier-1|port union")
	m.entity("e4", "ORG", "river authority", nil, "wire-7|river authority#2")
	m.entity("e5", "GPE", "Olm", nil, "kurier-1|Olm", "kurier-1|Olm#2", "wire-7|Olm", "sel-2|Olm", "kurier-2|Olm", "herald-4|Olm")
	m.entity("o-olm-kurier", "ORG", "Olm Kurier", nil)
	m.entity("o-nordpress", "ORG", "Nordpress", nil, "herald-4|Nordpress")
	m.entity("o-radio-sel", "ORG", "Radio Sel", nil, "wire-7|Radio Sel", "herald-4|Radio Sel")
	m.entity("o-delta-herald", "ORG", "Delta Herald", nil)
	m.time("kurier-1", "Monday", "2022-05-09", day(2022, 5, 9))
	m.time("sel-2", "Monday", "2022-05-09", day(2022, 5, 9))
	m.time("kurier-2", "Sunday", "2022-05-29", day(2022, 5, 29))
	m.time("herald-4", "next week", "2022-W20", times.Between(times.NewDay(2022, 5, 16), times.NewDay(2022, 5, 22), times.Week))
}

func (m *maker) statementsOfOlm() {
	m.statement("s1", "e1", .97, compare.Single, "quote, speaker, cue",
		m.account("kurier-1", "mayor Tessa Brandt", "said", "“Nobody was in danger at any time,”", statements.Direct, statements.Say, "e1"))
	m.statement("s2", "e1", .93, compare.Single, "speaker, cue, that",
		m.account("kurier-1", "She", "promised", "that it would open again by the end of May", statements.Indirect, statements.Pledge, "e1"))
	m.statement("s3", "e2", .95, compare.Translated, "quote, cue, speaker",
		m.account("sel-2", "the engineer", "told", "“They knew about the crack for a year,”", statements.Direct, statements.Say, "e2"),
		m.account("wire-7", "an engineer of the river authority", "told", "The crack in the bridge at Olm had been known for a year", statements.Indirect, statements.Say, "o-radio-sel", "e2"),
		m.account("herald-4", "an engineer of the river authority", "told", "The crack in the bridge at Olm had been known for a year", statements.Indirect, statements.Say, "o-nordpress", "o-radio-sel", "e2"))
	m.statement("s4", "e1", .92, compare.Single, "quote, speaker, cue",
		m.account("wire-7", "Brandt", "said#1", "“No such letter ever arrived,”", statements.Direct, statements.Deny, "e1"))
	m.statement("s5", "e3", .91, compare.Single, "content, source, cue",
		m.account("kurier-1", "the port union", "said#2", "At least 1,200 lorries cross it every day", statements.Indirect, statements.Say, "e3"))
	m.statement("s6", "e4", .94, compare.Single, "according to",
		m.account("wire-7", "the river authority", "according to", "Some 900 lorries use the bridge on a working day", statements.Indirect, statements.Say, "e4"))
	m.statement("s7", "", .62, compare.Single, "content, vague source",
		m.account("kurier-2", "", "believe", "Engineers had strengthened the pillar with 40 tonnes of steel, perhaps more", statements.Indirect, statements.Think))
	m.statement("s8", "", .71, compare.Single, "denied that",
		m.account("wire-7", "", "denied", "that any warning had reached it", statements.Indirect, statements.Deny))
}

func (m *maker) figuresOfOlm() {
	may := times.Between(times.NewDay(2022, 5, 1), times.NewDay(2022, 5, 31), times.Month)
	m.f.Figures = []compare.Figure{
		{ID: "f1", Counts: "lorries a day over the bridge", Unit: "lorry", Verdict: compare.Differ, Why: "about 900 can't meet at least 1,200", Entries: []compare.FigureEntry{
			m.entry("kurier-1", "At least 1,200 lorries", 1200, open, amounts.AtLeast, "lorry", "s5", may),
			m.entry("wire-7", "Some 900 lorries", 900, 900, amounts.About, "lorry", "s6", may),
			m.entry("sel-2", "Between 1,000 and 1,500 lorries", 1000, 1500, amounts.Equal, "lorry", "", may)}},
		{ID: "f2", Counts: "steel in the pillar", Unit: "tonne", Verdict: compare.Alone, Entries: []compare.FigureEntry{
			m.entry("kurier-2", "40 tonnes", 40, 40, amounts.Equal, "tonne", "", times.Interval{})}},
	}
}

func (m *maker) timelineOfOlm() {
	m.event(compare.Entry{ID: "t1", Title: "The first plans for a new bridge date from 2009", Status: occurred, Origins: 1,
		When: times.Between(times.NewDay(2009, 1, 1), times.NewDay(2009, 12, 31), times.Year)}, m.place("herald-4", "The first plans for a new bridge date from 2009"))
	m.event(compare.Entry{ID: "t2", Title: "The old bridge at Olm was shut", Status: occurred, Origins: 2, When: day(2022, 5, 9), Why: "same verb, place and day on two pages"},
		m.place("kurier-1", "The old bridge at Olm was shut on Monday"), m.place("sel-2", "Between 1,000 and 1,500 lorries a day will have to take the ferry"))
	m.event(compare.Entry{ID: "t3", Title: "The crack had been known for a year", Status: claimed, Origins: 1,
		When:      times.Between(times.NewDay(2021, 5, 1), times.NewDay(2022, 5, 9), times.Year),
		Conflicts: []compare.Conflict{{Kind: "actor", Items: []text.Place{m.place("sel-2", "They knew about the crack"), m.place("wire-7", "No such letter ever arrived")}}}},
		m.place("wire-7", "The crack in the bridge at Olm had been known for a year"), m.place("herald-4", "The crack in the bridge at Olm had been known for a year"))
	m.event(compare.Entry{ID: "t4", Title: "A warning reached the mayor’s office", Status: denied, Origins: 1, When: day(2022, 5, 10)},
		m.place("wire-7", "The mayor's office denied that any warning had reached it"))
	m.event(compare.Entry{ID: "t5", Title: "The bridge opens again", Status: planned, Origins: 1, Becomes: "t7",
		When: times.Between(times.NewDay(2022, 5, 21), times.NewDay(2022, 5, 31), times.Week)}, m.place("kurier-1", "it would open again by the end of May"))
	m.event(compare.Entry{ID: "t6", Title: "Works on the pillar begin", Status: planned, Origins: 1,
		When: times.Between(times.NewDay(2022, 5, 16), times.NewDay(2022, 5, 22), times.Week)}, m.place("herald-4", "Works on the pillar are to begin next week"))
	m.event(compare.Entry{ID: "t7", Title: "The bridge at Olm opened again", Status: occurred, Origins: 1, When: day(2022, 5, 29)},
		m.place("kurier-2", "The bridge at Olm opened again on Sunday"))
	m.event(compare.Entry{ID: "t8", Title: "Lorries take the ferry", Status: demanded, Origins: 1, When: times.Interval{Earliest: times.On(times.NewDay(2022, 5, 9)), Grain: times.ADay}},
		m.place("sel-2", "Between 1,000 and 1,500 lorries a day will have to take the ferry"))
}

func (m *maker) copiesOfOlm() {
	words := "The crack in the bridge at Olm had been known for a year, an engineer of the river authority told Radio Sel"
	m.f.Copies = []compare.Copy{{ID: "c1", Kind: "verbatim", Origin: "wire-7", Why: "wire-7 is earlier and carries the agency's dateline",
		Spans: []text.Place{m.place("herald-4", words), m.place("wire-7", words)}}}
	m.f.Origins = []compare.Origin{{ID: "g1", Pages: []string{"herald-4", "wire-7"}, Why: "herald-4 repeats wire-7"}, {ID: "g2", Pages: []string{"kurier-1"}, Why: "shares nothing with the others"}}
	m.f.Relations = []compare.Relation{
		{ID: "r1", Kind: "differ", List: "figures", Row: "f1", Why: "about 900 can't meet at least 1,200",
			Items: []text.Place{m.place("kurier-1", "At least 1,200 lorries"), m.place("wire-7", "Some 900 lorries")}},
		{ID: "r2", Kind: "reworded", List: "statements", Row: "s3", Why: "“they knew” becomes “had been known”",
			Items: []text.Place{m.place("sel-2", "They knew about the crack"), m.place("wire-7", "The crack in the bridge at Olm had been known")}}}
	m.f.Terms = []compare.Term{{ID: "w1", Concept: "lorry", Uses: []compare.Use{
		{Term: "lorries", Outlet: "Olm Kurier", Place: m.place("kurier-1", "lorries")}, {Term: "lorries", Outlet: "Nordpress", Place: m.place("wire-7", "lorries")}}},
		{ID: "w2", Entity: "e1", Uses: []compare.Use{{Term: "mayor", Outlet: "Olm Kurier", Place: m.place("kurier-1", "mayor")},
			{Term: "T. Brandt", Outlet: "Olm Kurier", Place: m.place("kurier-2", "T. Brandt")}, {Term: "the mayor's office", Outlet: "Nordpress", Place: m.place("wire-7", "The mayor's office")}}}}
}
