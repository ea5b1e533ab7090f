package names

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

var pieces = []string{"Ilse", "Marrow", "Marrow's", "the", "The", "governor", "Governor", "of", "Sel", ",", ".", "said", "he", "She", "they", "it", "I", "we", "who", "al-Haddadi", "Al-", "bin",
	"Lt.", "Gen.", "Mr", "US", "Iraqi", "officials", "(", ")", "PWU", "Union", "Port", "Workers'", "“", "”", "\"", "-", "—", "better", "known", "as", "Ministry", "and", "May", "2011",
	"prime", "minister", "Prime", "Minister", "in", "a", "spokesman", "for", "78-year-old", "politician", "MARROW", "DENIES", "\n", "é", "’s", "van", "der", "Laan", "\u200b"}

// sound checks what must hold for the rows of any page.
func sound(t text.Text, mentions []Mention, entities []Entity) string {
	end, start := 0, 0
	for i, m := range mentions {
		switch {
		case m.Start < 0 || m.End > len(t) || m.Start >= m.End:
			return "a mention lies outside the text"
		case m.Start < start:
			return "mentions are out of order"
		case m.Entity < 0 || m.Entity >= len(entities):
			return "a mention has no entity"
		case m.Why == "" || m.Type == "" || m.Form == "":
			return "a mention lacks its reason, type or form"
		case m.Score < 0 || m.Score > 1:
			return "a score is no share"
		case strings.TrimSpace(t.At(m.Span)) != t.At(m.Span):
			return "a mention begins or ends in space"
		}
		start = m.Start
		if m.Form == Name {
			if m.Start < end {
				return "names overlap"
			}
			end = m.End
		}
		if i > 0 && mentions[i-1].Span == m.Span && mentions[i-1].Form == m.Form {
			return "a mention stands twice"
		}
	}
	for _, e := range entities {
		if e.Name == "" || e.ID == "" {
			return "an entity has no name"
		}
		for _, r := range e.Roles {
			if r.Start < 0 || r.End > len(t) || r.Start >= r.End {
				return "a role lies outside the text"
			}
		}
		for _, a := range e.Aliases {
			if !strings.Contains(t.At(a.Span), a.Name) {
				return "an alias stands outside the words that declare it"
			}
		}
	}
	return ""
}

func TestRowsAreSound(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		input := text.Text(strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(r, "words"), rapid.SampledFrom([]string{" ", ""}).Draw(r, "glue")))
		blocks := lines(input)
		for i := range blocks {
			blocks[i].Role = rapid.SampledFrom([]page.Role{page.Body, page.Title, page.Caption, page.Menu}).Draw(r, "role")
		}
		sentences := syntax.Read(en.Language, input, blocks)
		mentions, entities := Read(en.Language, input, blocks, sentences)
		if fault := sound(input, mentions, entities); fault != "" {
			r.Fatalf("%s: %q", fault, input)
		}
		again, same := Read(en.Language, input, blocks, sentences)
		if !reflect.DeepEqual(again, mentions) || !reflect.DeepEqual(same, entities) {
			r.Fatalf("read twice, two answers: %q", input)
		}
		rows, people := ReadWith(en.Language, nil, input, blocks, sentences)
		if fault := sound(input, rows, people); fault != "" {
			r.Fatalf("rules alone: %s: %q", fault, input)
		}
	})
}

// Given words, joined by spaces, must be as safe as a page.
func TestGivenWordsAreSound(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 30).Draw(r, "words")
		for i, w := range words {
			if w == "\n" {
				words[i] = "."
			}
		}
		input := text.Text(strings.Join(words, " "))
		mentions, entities := Read(en.Language, input, lines(input), syntax.Given(en.Language, input, [][]string{words}))
		if fault := sound(input, mentions, entities); fault != "" {
			r.Fatalf("%s: %q", fault, input)
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add(story)
	f.Add(strings.Repeat("al-", 300) + "Haddadi")
	f.Add(strings.Repeat("Ministry of ", 200))
	f.Add("(((PWU) X (Y) — better known as — called — Z")
	f.Add("\x00\xffЖ𝔘’s’s’s -- “ ” « I I I he he")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<12 {
			return
		}
		input := text.Text(strings.ToValidUTF8(s, "?"))
		blocks := lines(input)
		mentions, entities := Read(en.Language, input, blocks, syntax.Read(en.Language, input, blocks))
		if fault := sound(input, mentions, entities); fault != "" {
			t.Fatalf("%s: %q", fault, input)
		}
	})
}

func FuzzNewModel(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{1, 0, 0, 0, 9, 9, 9, 9, 1, 3, 4})
	f.Add([]byte{255, 255, 255, 255})
	f.Fuzz(func(t *testing.T, b []byte) {
		input := text.Text("Ilse Marrow left Sel.")
		ReadWith(en.Language, NewModel(b), input, lines(input), syntax.Read(en.Language, input, lines(input)))
	})
}

func TestSkeletonsJoinSpellings(t *testing.T) {
	for _, group := range [][]string{{"Gaddafi", "Qadhafi", "Gadhafi", "Kadafi"}, {"Huthi", "Houthi"}, {"Zelensky", "Zelenskiy", "Zelenskyy"}, {"Yeltsin", "Eltsin"},
		{"Mohamed", "Muhammad", "Mohammed"}, {"Aleksandr", "Alexander"}, {"Khadhimi", "Kadhimi", "Qadimi"}, {"Kyiv", "Kiev"}, {"Erdoğan", "Erdogan"}, {"Abdallah", "Abdullah"}} {
		for _, name := range group[1:] {
			if skeleton(name) != skeleton(group[0]) {
				t.Errorf("%s %q, %s %q", group[0], skeleton(group[0]), name, skeleton(name))
			}
		}
	}
	for _, pair := range [][2]string{{"Karim", "Yusuf"}, {"Weld", "Ward"}, {"Haddad", "Hariri"}, {"Martin", "Morton-Vale"}} {
		if skeleton(pair[0]) == skeleton(pair[1]) {
			t.Errorf("%s and %s are both %q", pair[0], pair[1], skeleton(pair[0]))
		}
	}
}

// A page of hostile repeats costs as much for each word as any page: the test counts rows and work, not time.
func TestHostileRepeatsStayLinear(t *testing.T) {
	for _, unit := range []string{"Ministry of ", "Ilse ", "Marrow and ", "al-", "he ", "the minister ", "(PWU) ", "Acting ", "Lt. ", "bin Marrow ", "I ", "\" "} {
		for _, n := range []int{1000} {
			input := text.Text(strings.Repeat(unit, n))
			blocks := lines(input)
			mentions, _ := Read(en.Language, input, blocks, syntax.Read(en.Language, input, blocks))
			if len(mentions) > 4*n {
				t.Errorf("%q: %d mentions of %d words", unit, len(mentions), n)
			}
		}
	}
}
