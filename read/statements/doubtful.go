package statements

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/text"
)

// doubt is a kind of row that readers often find to be no statement at all, or one that lacks what matters. Such rows are written and stand below the
// default dial; the name is told as the reason.
type doubt struct {
	name, example string
	of            func(r *reader, d *draft) bool
}

// doubts are asked in this order; the first that holds names the reason.
var doubts = []doubt{
	{"what is spoken of and not what is said", "Teke discussed the plan, referred to the pier", (*reader).onlyTopic},
	{"a deed sooner than words", "Teke refuses to come, agreed to buy the ships, pushes to sell", (*reader).deed},
	{"what somebody comes to see", "Teke recognizes that it is late, accepted that he had lost", (*reader).insight},
	{"tried and not said", "Teke tried to explain the fall", (*reader).attempted},
	{"a charge of the law", "the ministry charged ten men with theft", (*reader).lawful},
	{"what somebody does again and again", "Teke often complains of the noise", (*reader).habit},
	{"nobody says it", "asked about the pier, …; it has long been accepted that …", (*reader).nobody},
	{"no words that say anything by themselves", "Teke described it, refused to do so", (*reader).thin},
	{"a quotation that is cut", "said the “pier is shut", (*reader).torn},
	{"run together with what stands before it", "Pier is shut Footage shows the pier The pier was shut, officials say", (*reader).glued},
	{"shown by a person", "Teke has shown that flattery helps", (*reader).shown},
	{"what a page argues from", "the vote underscores that the town is tired", (*reader).argued},
	{"a silence of opinion", "Teke will not admit that he is wrong", (*reader).opinion},
	{"a post without its author", "“Enough,” the tweet said", (*reader).authorless},
	{"who speaks is cut", "N) chairman said", (*reader).cutName},
	{"a description of somebody whom the page names", "the award-winning actor said", (*reader).definite},
	{"a clause that hangs on what is not there", "who has left, according to Teke", (*reader).hanging},
	{"told in somebody's turn of a talk", "MOORE: We were told by many that", (*reader).inTurn},
	{"who carries it, told beside what it carries", "Nordpress quoted Marrow as saying …", (*reader).carrierOnly},
	{"claims what he takes for his own", "people are claiming their freedom", (*reader).claimsOwn},
	{"voted on", "the house rejected that amendment", (*reader).votedOn},
	{"what somebody may or should do", "your daughter should call and thank them", (*reader).advised},
	{"a turn of a talk that breaks off", "TEKE: --tries to make--", (*reader).brokenTurn},
}

// doubtful returns the first doubt about a draft, "" for none.
func (r *reader) doubtful(d *draft) string {
	for _, x := range doubts {
		if x.of(r, d) {
			return x.name
		}
	}
	return ""
}

// frameOf returns the frame that a rule's name begins with: "noun" of "noun-and-parsed".
func frameOf(rule string) string {
	frame, _, _ := strings.Cut(rule, "-")
	return frame
}

func (r *reader) onlyTopic(d *draft) bool {
	if d.Stance == Silence || d.Stance == Deny || len(d.Content) == 0 {
		return false
	}
	topic := strings.ReplaceAll(d.Head, " ", "_")
	switch frameOf(d.Rule) {
	case "noun", "prep", "passive":
	case "wh":
		return r.lex.words["topic-verb"][topic] && d.Head != "explain" && d.Head != "describe" && d.Head != "outline"
	default:
		return false
	}
	if d.Kind != Indirect && d.Head != "highlight" { // called it “a gift”
		return false
	}
	if strings.Contains(strings.ToLower(r.t.At(d.Content[0])), " as ") {
		return false // described the plan as late
	}
	return r.lex.words["topic-verb"][topic]
}

func (r *reader) deed(d *draft) bool {
	if frameOf(d.Rule) != "to" || len(d.Content) == 0 || !r.lex.words["deed-verb"][d.Head] {
		return false
	}
	words := strings.Fields(strings.ToLower(strings.Trim(r.t.At(d.Content[0]), " ,.")))
	for i := 1; i < len(words) && i < 4; i++ { // declined to give a day, refused to directly say
		if c, ok := r.lex.verbs[words[i]]; ok && c.stance.Speech() || r.lex.words["silent-verb"][words[i]] || words[i] == "give" || words[i] == "provide" || words[i] == "name" || words[i] == "identify" {
			return false
		}
	}
	return true
}

func (r *reader) lawful(d *draft) bool {
	return d.Head == "charge" && frameOf(d.Rule) == "object" || d.Head == "indict"
}

func (r *reader) habit(d *draft) bool {
	if d.Stance == Deny || d.Kind == Direct || len(d.Cue) == 0 {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(r.t.At(d.Cue[0]))) {
		if r.lex.words["habit"][w] {
			return true
		}
	}
	if len(d.Source) == 1 && d.source.End < d.Cue[0].Start && d.Cue[0].Start-d.source.End < 40 { // Teke often | complains
		for _, w := range strings.Fields(strings.ToLower(r.t.At(text.Span{Start: d.source.End, End: d.Cue[0].Start}))) {
			if r.lex.words["habit"][w] {
				return true
			}
		}
	}
	return false
}

func (r *reader) nobody(d *draft) bool {
	if len(d.Source) > 0 {
		return false
	}
	return asked(d) || d.Rule == "it-was-said" && (d.Stance == Confirm || d.Stance == Agree || d.Stance == Claim || d.Stance == Evidence)
}

func (r *reader) thin(d *draft) bool {
	if d.Kind == Direct || len(d.Content) == 0 {
		return false
	}
	words := strings.Fields(strings.ToLower(strings.Trim(r.t.At(d.Content[0]), " ,.?!;:")))
	for i := range words {
		words[i] = strings.Trim(words[i], ",.?!")
	}
	if len(d.Content) > 1 || len(words) > 4 {
		return false
	}
	for _, w := range words {
		if !r.lex.words["empty-word"][w] {
			return false
		}
	}
	return true
}

func (r *reader) torn(d *draft) bool {
	if d.Kind == Direct || len(d.Content) == 0 {
		return false
	}
	opened, closed, straight := 0, 0, 0
	for _, at := range d.Content {
		words := r.t.At(at)
		opened += strings.Count(words, "“") + strings.Count(words, "``")
		closed += strings.Count(words, "”") + strings.Count(words, "''")
		straight += strings.Count(words, "\"")
	}
	return opened != closed || straight%2 == 1 || r.brackets(d) != 0
}

// brackets counts opening brackets of a content less closing ones.
func (r *reader) brackets(d *draft) int {
	n := 0
	for _, at := range d.Content {
		words := r.t.At(at)
		n += strings.Count(words, "(") + strings.Count(words, "-LRB-") - strings.Count(words, ")") - strings.Count(words, "-RRB-")
	}
	return n
}

// maxGlued is how long a page's first block is, in bytes, where its title and captions were run together with the text.
const maxGlued = 1200

func (r *reader) glued(d *draft) bool {
	if len(d.Content) == 0 || d.Kind == Direct {
		return false
	}
	for b := range r.blocks {
		if !r.blocks[b].Role.Told() {
			continue
		}
		start := r.blocks[b].Start
		first := d.Content[0].Start
		if len(d.Source) > 0 {
			first = min(first, d.Source[0].Start)
		}
		return r.blocks[b].Len() > maxGlued && first <= start+4
	}
	return false
}

func (r *reader) shown(d *draft) bool {
	return d.Stance == Evidence && d.Speaker >= 0 && r.entities[d.Speaker].Type == names.PER && !r.lex.words["tells"][d.Head] && d.Head != "find" && d.Head != "conclude"
}

func (r *reader) carrierOnly(d *draft) bool {
	return d.Rule == "quoted-by" || d.Rule == "quotes-as-saying"
}

func (r *reader) brokenTurn(d *draft) bool {
	if d.Rule != "label" || len(d.Content) == 0 {
		return false
	}
	words := strings.TrimSpace(r.t.At(d.Content[0]))
	return strings.HasPrefix(words, "-") || strings.HasPrefix(words, "(") || strings.HasSuffix(words, "--") || strings.Count(words, " ") < 2
}

func (r *reader) argued(d *draft) bool {
	return r.lex.words["argues"][d.Head] && (d.Speaker < 0 || r.entities[d.Speaker].Type != names.PER)
}

func (r *reader) opinion(d *draft) bool {
	return d.Stance == Silence && len(d.Content) > 0 && !r.lex.words["keeps-back"][d.Head] && !strings.HasPrefix(d.Head, "no ")
}

func (r *reader) authorless(d *draft) bool {
	return len(d.Source) > 0 && d.Speaker >= 0 && !r.hasName(d.Speaker) && r.lex.words["post"][headNoun(strings.ToLower(r.t.At(d.head)))]
}

func (r *reader) cutName(d *draft) bool {
	if d.Speaker < 0 {
		return false
	}
	name := r.entities[d.Speaker].Name
	opened := strings.Count(name, "(") + strings.Count(name, "-LRB-")
	closed := strings.Count(name, ")") + strings.Count(name, "-RRB-")
	return opened != closed || strings.ContainsAny(name, "?!|:") || strings.HasSuffix(name, ",") || strings.Count(name, "\"")%2 == 1
}

// definite says whether the speaker is one person without a name whom "the" takes for known, on a page that names people.
func (r *reader) definite(d *draft) bool {
	if d.Speaker < 0 || d.relative || r.entities[d.Speaker].Plural || r.hasName(d.Speaker) {
		return false
	}
	kind := r.entities[d.Speaker].Type
	if noun := headNoun(strings.ToLower(r.t.At(d.head))); kind != names.PER && !(kind == names.ORG && (r.lex.bodies["company"][noun] || r.lex.bodies["group"][noun] || noun == "service")) {
		return false
	}
	words := strings.ToLower(r.t.At(d.source))
	if !strings.HasPrefix(words, "the ") || strings.Contains(words, " who ") || strings.Contains(words, " of ") || strings.Contains(words, " for ") {
		return false
	}
	first := strings.ToLower(r.entities[d.Speaker].Name)
	if !strings.HasPrefix(first, "the ") && !strings.HasPrefix(words, "the "+first) {
		return false // a source, who was brought up as one
	}
	for _, m := range r.mentionsIn(text.Span{Start: 0, End: d.source.Start}) {
		if m.Form == names.Name && m.Type == kind {
			return true
		}
	}
	return false
}

func (r *reader) hanging(d *draft) bool {
	if len(d.Content) == 0 || d.Rule != "according-to" && d.Rule != "trailing" {
		return false
	}
	first, _, _ := strings.Cut(r.t.At(d.Content[0]), " ")
	return first == "who" || first == "which" || first == "whose" || first == "where"
}

// inTurn says whether a row stands in a talk whose turns were run together on one line: who speaks there speaks through somebody.
func (r *reader) inTurn(d *draft) bool {
	if d.Rule == "label" {
		return false
	}
	b := r.blockAt(d.at)
	return b >= 0 && r.talks(b)
}

// blockAt returns the block of an offset, -1 for none.
func (r *reader) blockAt(at int) int {
	b := sort.Search(len(r.blocks), func(i int) bool { return r.blocks[i].End > at })
	if b == len(r.blocks) || r.blocks[b].Start > at {
		return -1
	}
	return b
}

// fewTurns is how many labels in capitals a block holds that is a talk.
const fewTurns = 4

// talks says whether a block holds labels in capitals before colons again and again: "MOORE : Not quite . MALVEAUX : And you ?"
func (r *reader) talks(b int) bool {
	if r.talk == nil {
		r.talk = map[int]bool{}
	}
	if is, known := r.talk[b]; known {
		return is
	}
	words := strings.Fields(r.t.At(r.blocks[b].Span))
	turns := 0
	for i := 1; i < len(words); i++ {
		label := words[i-1]
		if words[i] != ":" {
			if !strings.HasSuffix(words[i], ":") {
				continue
			}
			label = strings.TrimSuffix(words[i], ":")
		}
		if len(label) > 2 && allCaps(label) {
			turns++
		}
	}
	r.talk[b] = turns >= fewTurns
	return r.talk[b]
}

func (r *reader) insight(d *draft) bool {
	return r.lex.words["insight"][d.Head] && d.Kind != Direct
}

func (r *reader) attempted(d *draft) bool {
	if len(d.Cue) == 0 || d.Kind == Direct {
		return false
	}
	first, rest, _ := strings.Cut(strings.ToLower(r.t.At(d.Cue[0])), " to ")
	for _, w := range strings.Fields(first) {
		if r.lex.words["attempt"][w] && rest != "" {
			return true
		}
	}
	return false
}

func (r *reader) claimsOwn(d *draft) bool {
	if d.Head != "claim" || frameOf(d.Rule) != "noun" || d.Kind != Indirect || len(d.Content) == 0 {
		return false
	}
	words := strings.Fields(strings.ToLower(r.t.At(d.Content[0])))
	return len(words) > 1 && r.lex.words["own"][words[0]] && !r.lex.words["claimable"][strings.Trim(words[1], ",.")]
}

func (r *reader) votedOn(d *draft) bool {
	if !r.lex.words["vote-verb"][d.Head] || d.Kind != Indirect || len(d.Content) != 1 {
		return false
	}
	words := strings.Fields(strings.ToLower(r.t.At(d.Content[0])))
	if len(words) > 8 {
		return false
	}
	for _, w := range words {
		if r.lex.words["voted-on"][strings.Trim(w, ",.")] {
			return true
		}
	}
	return false
}

// advised says whether a cue in its bare form stands behind an auxiliary that its sentence has before another verb: "should write, call and thank them".
func (r *reader) advised(d *draft) bool {
	if !strings.HasSuffix(d.Rule, "-and") || d.Kind == Direct || len(d.Cue) == 0 || strings.ToLower(r.t.At(d.Cue[0])) != d.Head {
		return false
	}
	from := d.Cue[0].Start
	if len(d.Source) > 0 {
		from = min(from, d.Source[0].End)
	}
	for _, w := range strings.Fields(strings.ToLower(r.t.At(text.Span{Start: from, End: d.Cue[0].Start}))) {
		if r.lex.words["advising"][w] {
			return true
		}
	}
	return false
}
