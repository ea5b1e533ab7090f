package names

import (
	"sort"
	"strings"
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
	{"a place of an office before the name", "Governor of [Ohio] [John Teke]", (*document).placeBefore},
	{"a colour before the name", "the [Liberal] [Ada Brand]", (*document).colourBefore},
	{"a party before the name", "the [Sel Labour Party] [Ada Brand]", (*document).partyBefore},
	{"members of a body", "the Members of the [Security Council]", (*document).membersOf},
	{"a document of a body", "[UN Security Council] Resolution 12", (*document).resolutionOf},
	{"a company's form behind a comma", "[Orm Gas, Inc.]", (*document).companyForm},
	{"a built or natural place", "the [Sel Dam]", (*document).surePlace},
	{"what a place heads", "the [Government of Arvenia]", (*document).bodyOfPlace},
}

// edged corrects names by their edges, adds those that stand beside them, and gives storms their kind.
func (d *document) edged(chunks []chunk) []chunk {
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
	out = d.smallPlaces(d.beside(out))
	d.storms(out)
	return out
}

// addressOrFile drops what is an address or a file's name.
func (d *document) addressOrFile(c *chunk) ([]chunk, bool) {
	for k := c.from; k < c.to; k++ {
		w := d.at(k)
		if strings.Contains(w, "@") && len(w) > 1 || strings.Contains(w, "://") {
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
		if b := d.headBits(c.to - 1); c.to-k <= 4 && b&(role|person) != 0 && b&(given|surname) == 0 && k > c.from+1 {
			c.to = k
		}
		break
	}
	return nil, true
}

// departmentBefore cuts what somebody is the minister of: "Minister of Defence Karim Halas".
func (d *document) departmentBefore(c *chunk) ([]chunk, bool) {
	if c.kind != PER || c.from < 2 || c.to-c.from < 3 || !d.lowerIs(c.from-1, "of", "for") || !d.words[c.from-2].has(role|orgHead) {
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
	if c.from < 2 || c.to-c.from < 3 || !d.lowerIs(c.from-1, "of") || d.headBits(c.from-2)&role == 0 {
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
	if d.lowerIs(k+1, "inc", "inc.", "llc", "l.l.c.", "ltd", "ltd.", "l.p.", "lp", "corp", "corp.", "plc", "gmbh", "s.a.", "n.v.") && d.words[k+1].is(upper) {
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
		case c.kind == ORG && c.to-c.from > 1 && c.to+2 < limit && d.glyph(c.to) == "(" && d.glyph(c.to+2) == ")" && d.acronym(c.to+1) && !d.words[c.to+1].has(place):
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
	if len(chunks) > found {
		sort.SliceStable(chunks, func(i, j int) bool { return chunks[i].from < chunks[j].from })
	}
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
