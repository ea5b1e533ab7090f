package names

import (
	"slices"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
)

// edge is a kind of correction of one name by what its own words and those beside it are.
type edge struct {
	name, example string // the name in brackets, as it must come out
	mend          func(d *document, c *chunk) (more []chunk, keep bool)
}

// edges are tried in this order, each on what the one before left.
var edges = []edge{
	{"an address or a file", "See kai@sel.example or Plan.pdf.", (*document).addressOrFile},
	{"an office behind a dash", "[Ada Brand] - Analyst", (*document).officeBehind},
	{"a department before the name", "Minister of Defence [Karim Halas]", (*document).departmentBefore},
	{"a place of an office before the name", "Governor of [Ohio] [John Teke], ambassador to [France] [Ada Brand]", (*document).placeBefore},
	{"a day or a country before the name", "In [Italy] [Di Teke] left.", (*document).leadBefore},
	{"a colour before the name", "the [Liberal] [Ada Brand]", (*document).colourBefore},
	{"a party before the name", "the [Sel Labour Party] [Ada Brand]", (*document).partyBefore},
	{"whose administration it is", "the [Teke] Administration", (*document).tenureOf},
	{"a place behind a body", "[State Department] [Iraq] hands", (*document).placeBehindBody},
	{"a state behind its town", "[San Rafael] [California]", (*document).stateBehind},
	{"an office alone", "She is Vice President of the club.", (*document).officeAlone},
	{"praise in capitals", "Great Service", (*document).praise},
	{"a town taken for a person", "[Oslo] was cold.", (*document).townAlone},
	{"members of a body", "the Members of the [Security Council]", (*document).membersOf},
	{"a document of a body", "[UN Security Council] Resolution 12", (*document).resolutionOf},
	{"a company's form behind a comma", "[Orm Gas, Inc.]", (*document).companyForm},
	{"a built or natural place", "the [Sel Dam]", (*document).surePlace},
	{"what a place heads", "the [Government of Arvenia]", (*document).bodyOfPlace},
}

// edged corrects names by their edges, adds those that stand beside them, and gives storms their kind.
func (d *document) edged(chunks []chunk) []chunk {
	chunks = d.allied(chunks)
	out := make([]chunk, 0, len(chunks)+8)
	end := 0
	for _, c := range chunks {
		if c.from < end {
			continue
		}
		list := []chunk{c}
		for i := range edges {
			var next []chunk
			for k := range list {
				more, keep := edges[i].mend(d, &list[k])
				if keep {
					next = append(next, list[k])
				}
				next = append(next, more...)
			}
			list = next
		}
		for _, c := range list {
			out = append(out, c)
			end = max(end, c.to)
		}
	}
	out = d.smallNames(d.signed(d.beside(out)))
	d.storms(out)
	return out
}

// addressOrFile drops what is an address or a file's name.
func (d *document) addressOrFile(c *chunk) ([]chunk, bool) {
	for k := c.from; k < c.to; k++ {
		w := d.at(k)
		if at := strings.IndexByte(w, '@'); at > 0 && strings.IndexByte(w[at:], '.') > 0 || strings.Contains(w, "://") {
			return nil, false
		}
	}
	if dot := strings.LastIndexByte(d.at(c.to-1), '.'); dot > 0 {
		switch ending := strings.ToLower(d.at(c.to - 1)[dot:]); ending {
		case ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".jpg", ".jpeg", ".png", ".zip", ".htm", ".html":
			return nil, false
		}
	}
	return nil, true
}

// officeBehind cuts an office off that hangs on a person's name by a dash.
func (d *document) officeBehind(c *chunk) ([]chunk, bool) {
	if c.kind != PER {
		return nil, true
	}
	for k := c.from + 1; k+1 < c.to; k++ {
		if g := d.glyph(k); g != "-" && g != "–" && g != "—" {
			continue
		}
		apart := d.words[k].Start > d.words[k-1].End && d.words[k+1].Start > d.words[k].End
		if b := d.headBits(c.to - 1); apart && c.to-k <= 4 && b&(role|person) != 0 && b&(given|surname|address) == 0 && k > c.from+1 {
			c.to = k
		}
		break
	}
	return nil, true
}

// departmentBefore cuts what somebody is the minister of: "Minister of Defence Karim Halas".
func (d *document) departmentBefore(c *chunk) ([]chunk, bool) {
	if c.kind != PER || c.from < 2 || c.to-c.from < 3 || !d.lowerIs(c.from-1, "of", "for") || !d.words[c.from-2].has(role|orgHead) && !d.lowerIs(c.from-2, "state") {
		return nil, true
	}
	k := c.from
	for k < c.to-2 && (d.words[k].has(common|roleModifier) || d.lowerIs(k, "and", "&")) && !d.words[k].has(given) {
		k++
	}
	if k > c.from && d.words[k].is(upper) {
		c.from, c.title = k, k
	}
	return nil, true
}

// personRun is the end of a person's name that begins at word i with a given name the tables know, i where none does.
func (d *document) personRun(i, limit int) int {
	if i >= limit || !d.words[i].has(given) || !d.words[i].is(upper) || d.words[i].has(place|norp|orgHead|locHead) {
		return i
	}
	k := i + 1
	for k < limit && k < i+4 && d.words[k].is(upper) && d.words[k].is(letters) && !d.words[k].has(orgHead|eventHead|workHead|gpeHead|month) && d.words[k].sentence == d.words[i].sentence {
		k++
	}
	if k == i+1 {
		return i
	}
	return k
}

// placeBefore parts the place of an office from who holds it: "Governor of Ohio John Teke".
func (d *document) placeBefore(c *chunk) ([]chunk, bool) {
	if c.from < 2 || c.to-c.from < 3 || !d.lowerIs(c.from-1, "of", "to", "for", "in") || d.headBits(c.from-2)&role == 0 {
		return nil, true
	}
	end, b := d.phrase(c.from, c.to, place)
	if end == c.from || end >= c.to || d.personRun(end, c.to) != c.to {
		return nil, true
	}
	holder := chunk{from: end, to: c.to, title: end, kind: PER, why: "who holds an office of the place before", score: 0.9}
	c.to, c.title, c.kind, c.why, c.score = end, c.from, kindOf(b), "table of names", 0.9
	return []chunk{holder}, true
}

// leadBefore cuts what a person's name was run together with at its front: "on 29 January Teke left", "in Italy Di Teke left".
func (d *document) leadBefore(c *chunk) ([]chunk, bool) {
	if c.kind != PER || c.to-c.from < 2 {
		return nil, true
	}
	if w := &d.words[c.from]; w.has(month) && c.from > 0 && d.words[c.from-1].is(digits) || w.has(salutation) && !w.has(given|surname) {
		c.from++
		c.title = c.from
		return nil, c.to-c.from > 1 || !d.words[c.from].has(common)
	}
	if w := &d.words[c.from]; c.to-c.from > 2 && w.has(org) && !w.has(given|surname) && d.personRun(c.from+1, c.to) == c.to { // a picture's credit: Getty Ada Brand
		c.from++
		c.title = c.from
		return nil, true
	}
	end, b := d.phrase(c.from, c.to, country)
	if end == c.from || end >= c.to || b&country == 0 || c.from == 0 || d.words[c.from].has(given|surname) || !d.lowerIs(c.from-1, "in", "from") {
		return nil, true
	}
	land := chunk{from: c.from, to: end, title: c.from, kind: GPE, why: "table of names", score: 0.9}
	c.from, c.title = end, end
	land, *c = *c, land
	return []chunk{land}, true
}

// colourBefore parts a political colour from who bears it: "Liberal Ada Brand".
func (d *document) colourBefore(c *chunk) ([]chunk, bool) {
	if c.to-c.from < 3 || !d.words[c.from].has(norp) || c.kind == PER && d.words[c.from].has(given) || d.personRun(c.from+1, c.to) != c.to {
		return nil, true
	}
	bearer := chunk{from: c.from + 1, to: c.to, title: c.from + 1, kind: PER, why: "given name behind an office or colour", score: 0.88}
	c.to, c.title, c.kind, c.why, c.score = c.from+1, c.from, NORP, "table of names", 0.9
	return []chunk{bearer}, true
}

// partyBefore parts a party from the member whose name follows: "Sel Labour Party Ada Brand".
func (d *document) partyBefore(c *chunk) ([]chunk, bool) {
	if c.kind != ORG {
		return nil, true
	}
	for k := c.from + 1; k+2 < c.to+1 && k+1 < c.to; k++ {
		if d.words[k-1].has(orgHead) && !d.words[k-1].has(given) && d.personRun(k, c.to) == c.to {
			member := chunk{from: k, to: c.to, title: k, kind: PER, why: "somebody of the body before", score: 0.85}
			c.to = k
			return []chunk{member}, true
		}
	}
	return nil, true
}

// tenureOf leaves the person of "the Teke Administration".
func (d *document) tenureOf(c *chunk) ([]chunk, bool) {
	if c.kind != ORG || c.to-c.from != 2 || !d.words[c.to-1].has(tenure) {
		return nil, true
	}
	if w := &d.words[c.from]; w.has(surname|given) && !w.has(common|known|orgHead|direction|role) {
		c.to, c.kind, c.why = c.from+1, PER, "whose administration it is"
	}
	return nil, true
}

// placeBehindBody parts a body of the tables from a place that describes what follows: "State Department Iraq hands".
func (d *document) placeBehindBody(c *chunk) ([]chunk, bool) {
	end, b := d.phrase(c.from, c.to, org)
	if end == c.from || end >= c.to || b&org == 0 {
		return nil, true
	}
	rest, b := d.phrase(end, c.to, place)
	if rest != c.to || c.to >= len(d.words) || d.words[c.to].is(upper) || d.words[c.to].upos != syntax.NOUN {
		return nil, true
	}
	behind := chunk{from: end, to: c.to, title: end, kind: kindOf(b), why: "table of names", score: 0.9}
	c.to, c.kind, c.why = end, ORG, "table of names"
	return []chunk{behind}, true
}

// stateBehind parts a town from its state where no comma does: "San Rafael California".
func (d *document) stateBehind(c *chunk) ([]chunk, bool) {
	if c.kind != GPE && c.kind != LOC || c.to-c.from < 2 {
		return nil, true
	}
	if end, b := d.phrase(c.from, c.to, place); end == c.to && b&place != 0 {
		return nil, true // "New York City"
	}
	if town, b := d.phrase(c.from, c.to, city); town > c.from && b&city != 0 && !d.words[c.from].has(direction|particle) {
		if k := town; k < c.to && d.stateAt(k, c.to) {
			state := chunk{from: k, to: c.to, title: k, kind: GPE, why: "table of names", score: 0.9}
			c.to = k
			return []chunk{state}, true
		}
	}
	return nil, true
}

// stateAt says whether words from to to are the name of a country or state.
func (d *document) stateAt(from, to int) bool {
	end, b := d.phrase(from, to, country|gpe)
	return end == to && b&(country|gpe) != 0 && !d.words[from].has(direction)
}

// officeAlone drops an office that is taken for somebody's name.
func (d *document) officeAlone(c *chunk) ([]chunk, bool) {
	if c.kind != PER || c.to-c.from < 2 {
		return nil, true
	}
	for k := c.from; k < c.to; k++ {
		if w := &d.words[k]; !w.has(role|roleModifier) || w.has(given|surname) && !w.has(common) {
			return nil, true
		}
	}
	return nil, false
}

// praise drops a line's adjective and English noun with capitals, which is no name: "Great Service".
func (d *document) praise(c *chunk) ([]chunk, bool) {
	if c.to-c.from != 2 || c.kind == PER && c.title < c.from {
		return nil, true
	}
	a, b := &d.words[c.from], &d.words[c.from+1]
	if c.kind != ORG && c.kind != MISC || !a.is(first) || a.is(quoted) || !a.has(praised) || !b.has(common) || b.has(known|given) || d.midCap[a.hash] > 0 {
		return nil, true
	}
	end, _ := d.phrase(c.from, c.to, known)
	return nil, end > c.from
}

// townAlone makes a place of a bare name that the tables hold as one and nobody on the page bears.
func (d *document) townAlone(c *chunk) ([]chunk, bool) {
	w := &d.words[c.from]
	if c.kind != PER || c.to-c.from != 1 || c.title < c.from || w.bits&(country|city|gpe) == 0 || w.has(given|surname|particle) || c.why == "surname of somebody on the page" {
		return nil, true
	}
	c.kind, c.why = GPE, "table of names"
	return nil, true
}

// membersOf cuts the body out of "Members of the Security Council".
func (d *document) membersOf(c *chunk) ([]chunk, bool) {
	if !d.words[c.from].has(person|role) && !d.lowerIs(c.from, "members") || c.kind == ORG && !d.lowerIs(c.from, "members") {
		return nil, true
	}
	k := c.from + 1
	if !d.lowerIs(k, "of") || k >= c.to {
		return nil, true
	}
	if k++; d.lowerIs(k, "the") {
		k++
	}
	if k >= c.to {
		return nil, true
	}
	if end, b := d.phrase(k, c.to, org); end == c.to && b&org != 0 || d.words[c.to-1].has(orgHead) && d.lowerIs(c.from, "members") {
		c.from, c.title, c.kind, c.why = k, k, ORG, "members of a body"
	}
	return nil, true
}

// resolutionOf leaves the body of "UN Security Council Resolution".
func (d *document) resolutionOf(c *chunk) ([]chunk, bool) {
	if last := &d.words[c.to-1]; !last.has(workHead) || last.has(orgHead) || c.kind == PER || c.to-c.from < 3 {
		return nil, true
	}
	from := c.from
	if end, b := d.phrase(from, c.to, org|place); end > from && end < c.to-1 && b&(org|place) != 0 { // "UN | Security Council"
		from = end
	}
	if end, b := d.phrase(from, c.to, org); b&org != 0 && end == c.to-1 {
		c.to, c.kind, c.why, c.score = end, ORG, "a body before its document", 0.9
	}
	return nil, true
}

// companyForm takes a company's form along that a comma parts from its name.
func (d *document) companyForm(c *chunk) ([]chunk, bool) {
	k := c.to
	if c.kind == NORP || c.kind == EVENT || k+1 >= len(d.words) || d.glyph(k) != "," || d.words[k+1].sentence != d.words[c.from].sentence {
		return nil, true
	}
	if d.lowerIs(k+1, "inc", "inc.", "ltd", "ltd.", "corp", "corp.", "plc", "gmbh", "s.a.", "n.v.") && d.words[k+1].is(upper) {
		c.to, c.kind, c.why, c.score = k+2, ORG, "a company's form behind it", 0.93
		if d.glyph(c.to) == "." && d.words[c.to].is(glued) && c.to+1 < len(d.words) && d.words[c.to+1].sentence == d.words[c.from].sentence {
			c.to++
		}
	}
	return nil, true
}

// surePlace makes a place of what is called a dam, a river or a street, whoever else has such a name.
func (d *document) surePlace(c *chunk) ([]chunk, bool) {
	if c.kind != ORG && c.kind != MISC && c.kind != PER || c.to-c.from < 2 || !d.words[c.to-1].has(surePlaceHead) || !d.words[c.to-1].is(upper) {
		return nil, true
	}
	for k := c.from; k < c.to-1; k++ {
		if w := &d.words[k]; w.has(orgHead) || !w.is(upper) {
			return nil, true
		}
	}
	if c.kind == PER && (d.words[c.from].has(given) || c.title < c.from) { // "Alice Rivers"
		return nil, true
	}
	c.kind, c.why, c.score = LOC, "head of a place", 0.93
	return nil, true
}

// bodyOfPlace takes "Government of" and the like before a place along: what follows makes it the name of one body.
func (d *document) bodyOfPlace(c *chunk) ([]chunk, bool) {
	if c.kind != GPE && c.kind != LOC {
		return nil, true
	}
	k := c.from - 1
	if k > 0 && d.lowerIs(k, "the") {
		k--
	}
	if k < 1 || !d.lowerIs(k, "of") {
		return nil, true
	}
	head := &d.words[k-1]
	if head.has(sovereign) && head.is(upper) && !head.is(loud) && head.sentence == d.words[c.from].sentence {
		c.from, c.title = k-1, k-1
		c.kind, c.why, c.score = ORG, "body of a place", 0.9
	}
	return nil, true
}

// beside adds names that stand beside others: the acronym in brackets, the ruler before "regime", who is named behind his political colour.
func (d *document) beside(chunks []chunk) []chunk {
	covered := make([]bool, len(d.words)+2)
	for _, c := range chunks {
		for k := c.from; k < c.to; k++ {
			covered[k] = true
		}
	}
	found := len(chunks)
	add := func(c chunk) {
		for k := c.from; k < c.to; k++ {
			if covered[k] {
				return
			}
		}
		for k := c.from; k < c.to; k++ {
			covered[k] = true
		}
		c.title = c.from
		chunks = append(chunks, c)
	}
	for i := 0; i < found; i++ {
		c := chunks[i]
		_, limit := d.sentenceOf(c.from)
		switch {
		case c.kind == NORP && c.to+2 < limit && d.bracketed(c.to) && i > 0 && chunks[i-1].kind == NORP && chunks[i-1].to == c.from: // "Italian Radicals (IR)"
			chunks[i].from, chunks[i].title, chunks[i].kind, chunks[i].why = chunks[i-1].from, chunks[i-1].from, ORG, "its acronym behind it"
			chunks[i-1].to = chunks[i-1].from
			add(chunk{from: c.to + 1, to: c.to + 2, kind: ORG, why: "acronym of the body before it", score: 0.9})
		case c.kind == ORG && c.to-c.from > 1 && c.to+2 < limit && d.bracketed(c.to):
			add(chunk{from: c.to + 1, to: c.to + 2, kind: ORG, why: "acronym of the body before it", score: 0.9})
		case c.kind == NORP && c.to-c.from == 1 || (c.kind == GPE || c.kind == LOC) && c.from > 1 && d.lowerIs(c.from-1, "of") && d.headBits(c.from-2)&role != 0:
			if to := d.personRun(c.to, limit); to > c.to && !covered[to] {
				add(chunk{from: c.to, to: to, kind: PER, why: "given name behind an office or colour", score: 0.88})
			}
		}
	}
	for i := 1; i+1 < len(d.words); i++ {
		if !covered[i] && d.headsRegime(i) {
			add(chunk{from: i, to: i + 1, kind: PER, why: "who heads a regime", score: 0.85})
		}
	}
	chunks = slices.DeleteFunc(chunks, func(c chunk) bool { return c.from == c.to })
	sort.SliceStable(chunks, func(i, j int) bool { return chunks[i].from < chunks[j].from })
	return chunks
}

// headsRegime says whether a word is the unknown name before "regime".
func (d *document) headsRegime(i int) bool {
	w := &d.words[i]
	if !w.is(upper) || w.is(allUpper|loud|first) || w.Len() < 3 || !d.words[i+1].has(regime) || !d.lowerIs(i-1, "the") || w.sentence != d.words[i+1].sentence {
		return false
	}
	return !w.has(known | common | role | orgHead | month | direction)
}

// bracketed says whether an acronym stands alone, or first, in the bracket at word i.
func (d *document) bracketed(i int) bool {
	if d.glyph(i) != "(" || !d.acronym(i+1) || d.words[i+1].has(place) {
		return false
	}
	g := d.glyph(i + 2)
	return g == ")" || g == ";" || g == ","
}

// allied joins the two halves of a body that "and" parts: "Alliance of | Liberals and Democrats | for Sel".
func (d *document) allied(chunks []chunk) []chunk {
	out := chunks[:0]
	for _, c := range chunks {
		if n := len(out); n > 0 && c.kind == ORG && out[n-1].kind == ORG && c.from == out[n-1].to+1 && d.lowerIs(out[n-1].to, "and", "&") {
			a := &out[n-1]
			if d.words[a.from].has(allied) && d.lowerIs(a.from+1, "of", "for") && a.to-a.from <= 4 && d.severalAt(a.to-1) && d.severalAt(c.from) && c.to-c.from <= 5 {
				a.to = c.to
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

// severalAt says whether a word with a capital is a plural: "Liberals".
func (d *document) severalAt(i int) bool {
	w := &d.words[i]
	return w.is(upper) && (w.xpos == syntax.NNPS || w.xpos == syntax.NNS || w.Len() > 4 && d.text[w.End-1] == 's' && w.has(norp|common))
}

// storms gives a storm's bare name its kind on a page that tells of "Hurricane Rita" and of nobody else called so.
func (d *document) storms(chunks []chunk) {
	names := map[uint64]bool{}
	for i := range chunks {
		c := &chunks[i]
		if c.to-c.from == 2 && d.words[c.from].has(storm) && d.words[c.from].is(upper) {
			c.kind, c.why = EVENT, "word of a storm before it"
			names[d.words[c.to-1].hash] = true
		}
	}
	if len(names) == 0 {
		return
	}
	for _, c := range chunks {
		if c.kind == PER && c.to-c.from > 1 {
			delete(names, d.words[c.from].hash)
			delete(names, d.words[c.to-1].hash)
		}
	}
	for i := range chunks {
		if c := &chunks[i]; c.to-c.from == 1 && c.kind != EVENT && names[d.words[c.from].hash] {
			c.kind, c.why, c.score = EVENT, "storm of the page", 0.95
		}
	}
}
