package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/lang"
)

// bits say what the tables know of a word or phrase.
type bits uint64

const (
	month bits = 1 << iota
	address
	masculine
	feminine
	rank
	role
	roleModifier
	orgHead
	eventHead
	workHead
	locHead
	gpeHead
	loc
	gpe
	country
	city
	norp
	org
	event
	particle
	inner
	direction
	suffix
	given
	surname
	common
	person // a noun for people of this kind
	group  // a noun for bodies of people
	outletHead
	body          // a noun for a body that acts and speaks
	outletKind    // a noun before an outlet's name
	outletFirst   // the first word of one
	both          // a given name of men and women
	child         // a word for somebody's child
	parent        // a word for somebody's father or mother
	surePlaceHead // the last word of a place's name, never a body's
	sovereign     // opens the name of a body of a place, before "of"
	regime        // a word behind the name of who rules
	salutation    // before the name of whom a letter goes to
	praised       // an adjective that opens a line of praise or blame
	allied        // opens the name of a body of several
	tenure        // what is named after who holds an office
	storm         // a word before the name of a storm
	longer        // a longer phrase of the tables begins with this one

	place = loc | gpe | country | city
	known = place | norp | org | event
)

// sections of words.txt and people.txt by the bits they give.
var sections = map[string]bits{
	"month": month, "address": address, "address-m": address | masculine, "address-f": address | feminine, "rank": rank | role, "role": role,
	"feminine-role": role | feminine, "masculine-role": role | masculine, "role-modifier": roleModifier, "org-head": orgHead,
	"event-head": eventHead, "work-head": workHead, "loc-head": locHead, "gpe-head": gpeHead, "loc": loc, "gpe": gpe, "norp": norp, "org": org,
	"event": event, "particle": particle, "inner": inner, "direction": direction, "surname-suffix": suffix, "outlet-head": outletHead,
	"outlet-kind": outletKind, "outlet-first": outletFirst, "child": child, "parent": parent,
	"person": person, "group": group, "body": body | group, "place-head": surePlaceHead, "sovereign": sovereign, "regime": regime, "storm": storm, "tenure": tenure, "allied": allied, "praise": praised, "salutation": salutation, "language": norp,
}

// lexicon is an open hash table from the hash of a lower-case phrase to its bits. Hashes have 64 bits, so the words themselves need not be kept.
type lexicon struct {
	keys    []uint64
	values  []bits
	nations map[uint64]int      // hash of a country's name or of a word for its people → number of the country, from 1
	wider   map[uint64][]uint64 // hash of a role → hashes of the general words that may stand for it
}

var lexicons = lang.Compile(readLexicon)

func readLexicon(from *lang.Language) *lexicon {
	l := &lexicon{keys: make([]uint64, 1<<17), values: make([]bits, 1<<17), nations: map[uint64]int{}, wider: map[uint64][]uint64{}}
	l.readSections(from.Names.Words)
	l.readSections(from.Names.People)
	l.readCountries(from.Names.Countries)
	l.readGiven(from.Names.Given)
	l.readGiven(from.Names.Census)
	l.readRoles(from.Names.Roles)
	l.readSections(from.Names.Bodies)
	for name := range lang.Rows(from.Names.Regions) {
		l.add(name, gpe)
	}
	for name := range lang.Rows(from.Names.Cities) {
		l.add(name, city)
	}
	for row := range lang.Rows(from.Names.Common) {
		eachField(row, func(w string) { l.add(w, common) })
	}
	return l
}

func (l *lexicon) readSections(table string) {
	var kind bits
	for line := range lang.Rows(table) {
		if line[0] == '[' {
			name, _, _ := strings.Cut(line[1:], "]")
			kind = sections[name]
			continue
		}
		eachField(line, func(w string) { l.add(w, kind) })
	}
}

func (l *lexicon) readCountries(table string) {
	number := 0
	for line := range lang.Rows(table) {
		number++
		parts := strings.Split(line, "|")
		if len(parts) != 3 {
			continue
		}
		for _, name := range strings.Split(parts[0], ",") {
			if name = strings.TrimSpace(name); name != "" {
				l.add(name, country)
				l.nations[hashOf(name)] = number
			}
		}
		if capital := strings.TrimSpace(parts[1]); capital != "" {
			l.add(capital, city)
		}
		for _, people := range strings.Split(parts[2], ",") {
			if people = strings.TrimSpace(people); people == "" {
				continue
			}
			for _, form := range [...]string{people, people + "s"} {
				l.add(form, norp)
				l.nations[hashOf(form)] = number
			}
		}
	}
}

func (l *lexicon) readGiven(table string) {
	for line := range lang.Rows(table) {
		kind := given
		switch line[0] {
		case 'm':
			kind |= masculine
		case 'f':
			kind |= feminine
		case 'u':
			kind |= both
		case 's':
			kind = surname
		}
		eachField(line[1:], func(w string) { l.add(w, kind) })
	}
}

func (l *lexicon) readRoles(table string) {
	for line := range lang.Rows(table) {
		general, narrower, ok := strings.Cut(line, "=")
		if !ok {
			continue
		}
		wide := hashOf(strings.TrimSpace(general))
		eachField(narrower, func(w string) {
			h := hashOf(w)
			l.wider[h] = append(l.wider[h], wide)
		})
	}
}

func eachField(line string, do func(word string)) {
	for {
		line = strings.TrimLeft(line, " ")
		if line == "" {
			return
		}
		end := strings.IndexByte(line, ' ')
		if end < 0 {
			end = len(line)
		}
		do(line[:end])
		line = line[end:]
	}
}

// add gives a phrase further bits and marks its beginnings, so that a reader knows when to look on.
func (l *lexicon) add(phrase string, b bits) {
	h := seed
	for i := 0; i < len(phrase); {
		if phrase[i] == ' ' || phrase[i] == '_' {
			l.put(h, longer)
		}
		r, size := utf8.DecodeRuneInString(phrase[i:])
		h = mix(h, r)
		i += size
	}
	l.put(h, b)
}

func (l *lexicon) put(h uint64, b bits) {
	mask := uint64(len(l.keys) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		if l.keys[i] == h || l.keys[i] == 0 {
			l.keys[i] = h
			l.values[i] |= b
			return
		}
	}
}

func (l *lexicon) get(h uint64) bits {
	mask := uint64(len(l.keys) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		if l.keys[i] == h {
			return l.values[i]
		}
		if l.keys[i] == 0 {
			return 0
		}
	}
}

const seed = uint64(14695981039346656037)

// mix adds one character to a hash: letters in lower case, apostrophes and the low line of the tables made one.
func mix(h uint64, r rune) uint64 {
	switch {
	case 'A' <= r && r <= 'Z':
		r += 'a' - 'A'
	case r < utf8.RuneSelf:
		if r == '_' {
			r = ' '
		}
	case r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ':
		r = '\''
	default:
		r = unicode.ToLower(r)
	}
	h ^= uint64(r)
	h *= 1099511628211
	return h ^ h>>29
}

func hashOf(s string) uint64 { return extend(seed, s) }

func extend(h uint64, s string) uint64 {
	for _, r := range s {
		h = mix(h, r)
	}
	return h
}
