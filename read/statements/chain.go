package statements

import (
	"slices"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// chains gives every statement its voices from the one nearest the page to its own: the agency that the page carries, who carries it inside
// their own statement, the outlets that the words were given to, and the speaker.
//
//	SEL (Nordpress) — … Marrow told Radio Sel that …    →   Nordpress > Radio Sel > Ilse Marrow
func (r *reader) chains(out []Statement, order []int) {
	through := r.through(out, order)
	agency := r.agency()
	for n := range out {
		if out[n].Speaker < 0 && len(out[n].Source) == 0 {
			continue // nobody says who is heard in it
		}
		voices := chain(out, through, n)
		if agency >= 0 && (len(voices) == 0 || voices[0] != agency && !sameOutlet(r.entities[voices[0]].Name, r.entities[agency].Name)) {
			voices = append([]int{agency}, voices...)
			if len(voices) > 1 {
				out[n].Why = append(out[n].Why, "the page carries "+r.entities[agency].Name)
			}
		}
		out[n].Chain = voices
	}
}

// chain lists the voices of one statement.
func chain(out []Statement, through [][]int, i int) []int {
	var voices []int
	add := func(v int) {
		if v >= 0 && !slices.Contains(voices, v) { // "he said he hoped" is one voice, and so is "he told Radio Nord, he said"
			voices = append(voices, v)
		}
	}
	for k := i; k >= 0; k = out[k].CarriedBy {
		if k == i || out[k].Stance.Speech() { // what somebody only thinks is not heard through him
			add(out[k].Speaker)
		}
		for m := len(through[k]) - 1; m >= 0; m-- {
			add(through[k][m])
		}
	}
	slices.Reverse(voices)
	return voices
}

// running is the occasion that the statements being read belong to.
type running struct {
	speaker int
	links   []int
	line    int
	when    string
	why     string
}

// farApart is how many lines without a word of theirs end somebody's occasion.
const farApart = 6

// through returns for each statement the outlets that its words were given to or taken from. What the same person says next belongs to the same
// occasion, until another one or another speaker begins.
func (r *reader) through(out []Statement, order []int) [][]int {
	via := make([][]int, len(out))
	now := running{speaker: -1}
	g := 0
	r.lastOutlet = -1
	lead, leads := -1, true // who alone has spoken so far
	for n, i := range order {
		d, s := &r.out[i], &out[n]
		for g < len(r.given) && r.given[g].line < d.line { // told of in a line before
			if now.speaker < 0 || r.given[g].line > now.line { // a statement of that line has said what its occasion is
				now = r.begin(r.given[g], now)
			}
			g++
		}
		if s.CarriedBy >= 0 && !r.outletSpeaks(&out[s.CarriedBy]) {
			if o, ok := r.own(d, s); ok && o.link >= 0 {
				via[n] = []int{o.link}
				s.Why = append(s.Why, o.why)
			}
			continue
		}
		if s.Speaker < 0 || !s.Stance.Speech() {
			continue
		}
		if s.CarriedBy >= 0 { // Nordpress quoted her as saying; "…," she added
			now = running{speaker: s.Speaker, links: []int{out[s.CarriedBy].Speaker}, line: d.line, when: r.whenWords(d), why: "carried by " + r.entities[out[s.CarriedBy].Speaker].Name}
			continue
		}
		if r.outletSpeaks(s) && r.carries(out, n) {
			continue // what it carries says who speaks
		}
		if who, by := r.questioned(d, s); by >= 0 { // Radio Nord's Ada Brand asked Marrow whether …: she answers it
			now = running{speaker: who, links: []int{by}, line: d.line, when: r.whenWords(d), why: "asked by " + r.entities[by].Name}
			continue
		}
		if lead < 0 {
			lead = s.Speaker
		}
		leads = leads && lead == s.Speaker
		switch o, ok := r.own(d, s); {
		case ok && o.link >= 0:
			now = running{speaker: s.Speaker, links: []int{o.link}, line: d.line, when: r.whenWords(d), why: o.why}
			via[n] = now.links
			s.Why = append(s.Why, o.why)
			if leads {
				r.leadShares(out, order, via, n, now)
			}
		case ok || s.Speaker != now.speaker || d.line-now.line > farApart || r.anew(d, now):
			now = running{speaker: -1}
		default:
			via[n] = now.links
			if len(now.links) > 0 {
				s.Why = append(s.Why, "same occasion: "+now.why)
			}
			now.line = d.line
		}
	}
	return via
}

// questioned returns whom a statement asks and the outlet whose question it is; -1 where it is no outlet's question of one person.
func (r *reader) questioned(d *draft, s *Statement) (who, by int) {
	if s.Stance != Question || len(d.Addressee) == 0 || len(d.Source) == 0 {
		return -1, -1
	}
	e, _, ok := r.outletName(d.source)
	if !ok || r.pageItself(e) {
		return -1, -1
	}
	for _, m := range r.mentionsIn(d.Addressee[0]) {
		if m.Type == names.PER && m.Entity >= 0 {
			return m.Entity, e
		}
	}
	return -1, -1
}

// leadShares gives the outlet to what the page's first lines told of the same voice before they said to whom: a lead sums up what the next sentence
// places. "Marrow said Sunday the pier was shut. ¶ In an interview on Radio Nord, Marrow warned …"
func (r *reader) leadShares(out []Statement, order []int, via [][]int, n int, now running) {
	for m := n - 1; m >= 0; m-- {
		d, s := &r.out[order[m]], &out[m]
		if s.CarriedBy >= 0 || headed(r.roleAt(d.place().Start)) {
			continue
		}
		if s.Speaker != now.speaker || now.line-d.line > leadLines || len(d.Addressee) > 0 {
			return
		}
		if _, told := r.own(d, s); told {
			return
		}
		via[m] = now.links
		s.Why = append(s.Why, "the lead of what was told next: "+now.why)
	}
}

// leadLines is how many lines before an occasion is named the lead of it may stand.
const leadLines = 2

// roleAt returns the role of the block at an offset.
func (r *reader) roleAt(at int) page.Role {
	b := sort.Search(len(r.blocks), func(i int) bool { return r.blocks[i].End > at })
	if b == len(r.blocks) {
		return ""
	}
	return r.blocks[b].Role
}

// link is what an occasion means for a chain: the outlet's entity, -1 for an occasion that carries nothing.
type link struct {
	link int
	why  string
}

// own returns the occasion that a statement itself names: its addressee, its medium, or words of its line outside anybody's content.
func (r *reader) own(d *draft, s *Statement) (link, bool) {
	for _, a := range d.Addressee {
		if e, at, ok := r.outletIn(r.withoutOccasion(a)); ok && !r.pageItself(e) {
			r.lastOutlet = e
			return link{e, "told " + r.t.At(at)}, true
		}
	}
	audience := len(d.Addressee) > 0 && !pronoun(r.t.At(d.Addressee[0]))
	for k := r.givenFrom(d.line); k < len(r.given) && r.given[k].line == d.line; k++ {
		o := &r.given[k]
		if overlaps(s.Content, o.Span) || r.sourceHolds(o) || !r.nearest(d, o) {
			continue
		}
		if !o.outlet {
			audience = true
			continue
		}
		if e, at, ok := r.outletOf(o); ok && e != s.Speaker && !r.pageItself(e) {
			r.lastOutlet = e
			return link{e, o.why + " " + r.t.At(at)}, true
		}
	}
	return link{link: -1}, audience
}

// withoutOccasion cuts off what an addressee's words run on into: "the news agency | in an exclusive interview".
func (r *reader) withoutOccasion(s text.Span) text.Span {
	words := r.t.At(s)
	for _, p := range [...]string{" in an ", " in a ", " during ", " on ", " at "} {
		if i := strings.Index(words, p); i > 0 {
			words = words[:i]
		}
	}
	return text.Span{Start: s.Start, End: s.Start + len(words)}
}

// givenFrom returns the first occasion of a line.
func (r *reader) givenFrom(line int) int {
	k, _ := slices.BinarySearchFunc(r.given, line, func(o setting, line int) int { return o.line - line })
	return k
}

// nearest says whether no other statement of the line has its cue nearer to an occasion's words.
func (r *reader) nearest(d *draft, o *setting) bool {
	mine := distance(d, o)
	for k := r.draftsFrom(d.line); k < len(r.out) && r.out[k].line == d.line; k++ {
		e := &r.out[k]
		if e != d && !e.dropped && !e.inner && !asked(e) && len(e.Content) > 0 && !overlaps(e.Content, o.Span) && e.Stance.Speech() && e.source.Start != d.source.Start && distance(e, o) < mine {
			return false
		}
	}
	return true
}

// sourceHolds says whether an occasion's words are part of somebody's name: "according to a report by Radio Nord".
func (r *reader) sourceHolds(o *setting) bool {
	for k := r.draftsFrom(o.line); k < len(r.out) && r.out[k].line == o.line; k++ {
		if d := &r.out[k]; !d.dropped && len(d.Source) > 0 && d.source.Overlaps(o.Span) && !asked(d) {
			return true
		}
	}
	return false
}

// asked says whether a statement is the question that the line's words answer: "asked by Radio Nord whether it was safe, Teke said …".
func asked(d *draft) bool { return strings.HasPrefix(d.Rule, "asked-") }

// draftsFrom returns the first draft of a line.
func (r *reader) draftsFrom(line int) int {
	k, _ := slices.BinarySearchFunc(r.out, line, func(d draft, line int) int { return d.line - line })
	return k
}

func distance(d *draft, o *setting) int {
	if d.at < o.Start {
		return o.Start - d.at
	}
	return d.at - o.Start
}

// begin starts the occasion that a line without a statement told of: "Teke gave an interview to Radio Nord."
func (r *reader) begin(o setting, now running) running {
	who := -1
	for _, m := range r.mentionsIn(o.who) {
		who = m.Entity
		break
	}
	if who < 0 {
		return now
	}
	if !o.outlet {
		if who == now.speaker {
			return running{speaker: -1}
		}
		return now
	}
	o.noun = false
	if e, at, ok := r.outletOf(&o); ok && e != who && !r.pageItself(e) {
		return running{speaker: who, links: []int{e}, line: o.line, why: o.why + " " + r.t.At(at)}
	}
	return now
}

// anew says whether a statement begins an occasion of its own by its time or its tense: "on Friday he said", "he had said in March".
func (r *reader) anew(d *draft, now running) bool {
	if len(d.Cue) > 0 {
		cue := strings.ToLower(r.t.At(d.Cue[0]))
		if len(d.Source) > 0 && d.source.End < d.Cue[0].Start && d.Cue[0].Start-d.source.End < 80 {
			cue = strings.TrimSpace(strings.ToLower(r.t.At(text.Span{Start: d.source.End, End: d.Cue[0].End}))) // he later shocked them by telling them
		}
		if strings.HasPrefix(cue, "had ") {
			return true
		}
		for _, w := range strings.Fields(cue) {
			if r.lex.outlets["anew"][w] {
				return true
			}
		}
	}
	when := r.whenWords(d)
	return when != "" && when != now.when
}

func (r *reader) whenWords(d *draft) string {
	if d.whenAt < 0 || overlaps(d.Content, r.when[d.whenAt].Span) {
		return ""
	}
	return strings.ToLower(r.t.At(r.when[d.whenAt].Span))
}

// outletSpeaks says whether a statement's speaker is an outlet, by name or by its noun ("the Arabic-language news agency al-Ruhan").
func (r *reader) outletSpeaks(s *Statement) bool {
	if s.Speaker < 0 || len(s.Source) == 0 {
		return false
	}
	if e, _, ok := r.outletName(s.Source[0]); ok {
		return e == s.Speaker
	}
	words := strings.Fields(strings.ToLower(r.t.At(s.Source[0])))
	if len(words) == 0 || !r.lex.outlets["kind"][words[len(words)-1]] {
		return false
	}
	return len(words) > 2 && len(words) < 7 || len(words) == 2 && words[0] == "the" && r.outletWords(r.entities[s.Speaker].Name) // the newspaper, which the page names
}

// carries says whether another statement is carried by statement n.
func (r *reader) carries(out []Statement, n int) bool {
	for k := n - 1; k <= n+3 && k < len(out); k++ {
		if k >= 0 && out[k].CarriedBy == n {
			return true
		}
	}
	return false
}

// pageItself says whether an entity is the outlet whose page this is: the chain begins there already.
func (r *reader) pageItself(e int) bool {
	return r.article != nil && sameOutlet(r.entities[e].Name, r.article.Outlet.Name)
}

// sameOutlet compares two outlets' names by their letters, without "the" and an ending such as .com.
func sameOutlet(a, b string) bool {
	x, y := outletKey(a), outletKey(b)
	return x != "" && x == y || shortFor(a, b) || shortFor(b, a)
}

// shortFor says whether the first name is the initials of the second: "AP", "The Associated Press".
func shortFor(short, long string) bool {
	words := strings.FieldsFunc(strings.TrimPrefix(long, "The "), func(c rune) bool { return c == ' ' || c == '-' })
	if len(words) < 2 || len(words) != len(short) {
		return false
	}
	for i, w := range words {
		if w[0] != short[i] || w[0] < 'A' || w[0] > 'Z' || w == strings.ToUpper(w) {
			return false
		}
	}
	return true
}

func outletKey(name string) string {
	name = strings.TrimPrefix(strings.ToLower(name), "the ")
	for _, end := range []string{".com", ".org", ".net", ".co.uk", ".co"} {
		name = strings.TrimSuffix(name, end)
	}
	return strings.Map(func(c rune) rune {
		if c == ' ' || c == '-' || c == '.' {
			return -1
		}
		return c
	}, name)
}

// agency returns the entity of the agency whose text the page carries, -1 for none.
func (r *reader) agency() int {
	if r.article == nil || !r.article.Credit.Carried() || r.article.Credit.Kind != article.FromDateline && !r.outletWords(r.article.Credit.Name) || sameOutlet(r.article.Credit.Name, r.article.Outlet.Name) {
		return -1
	}
	name, at := r.article.Credit.Name, text.Span{}
	if len(r.article.Credit.Evidence) > 0 {
		at = r.article.Credit.Evidence[0]
	}
	for _, m := range r.mentionsIn(at) {
		if m.Form == names.Name && m.Type != names.PER && sameOutlet(r.t.At(m.Span), name) && m.Entity >= 0 {
			return m.Entity
		}
	}
	for e := range r.entities {
		if k := r.entities[e].Type; sameOutlet(r.entities[e].Name, name) && k != names.PER {
			return e
		}
	}
	return r.newEntity(names.ORG, name)
}
