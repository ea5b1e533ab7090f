package words

import (
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/hearsay-news/hearsay/lang/en"
)

type tables struct {
	stop      map[string]bool
	irregular map[string]string // form → base
	kin       map[string]string // stem → stem of the kind
	everyday  map[string]float64
	chosen    map[string]string // stem of a kind whose words outlets choose between → its name
}

var loaded = sync.OnceValue(func() *tables {
	t := &tables{map[string]bool{}, map[string]string{}, map[string]string{}, map[string]float64{}, map[string]string{}}
	for _, line := range Lines(en.CompareStop) {
		for _, word := range strings.Fields(line) {
			t.stop[word] = true
		}
	}
	for _, line := range Lines(en.CompareIrregular) {
		forms := strings.Fields(line)
		for _, form := range forms[1:] {
			t.irregular[form] = forms[0]
		}
	}
	for _, line := range Lines(en.CompareKin) {
		chosen, line := strings.HasPrefix(line, "+ "), strings.TrimPrefix(line, "+ ")
		words := strings.Fields(line)
		head := stem(t, words[0])
		if chosen {
			t.chosen[head] = words[0]
		}
		for _, word := range words {
			if s := stem(t, word); t.kin[s] == "" {
				t.kin[s] = head
			}
		}
	}
	for _, line := range Lines(en.CompareFrequency) {
		stem, n, _ := strings.Cut(line, "\t")
		if f, err := strconv.ParseFloat(n, 64); err == nil {
			t.everyday[stem] = f
		}
	}
	return t
})

// Documents is how many documents Everyday speaks of.
const Documents = 1000

// Everyday says in how many of 1000 documents of everyday English a stem stands, so that in a small record the words that every
// page shares ("Sel", "harbour") are not taken for empty ones.
func Everyday(stem string) float64 { return loaded().everyday[stem] }

// Weight is how much a stem says: the logarithm of how rare it is in everyday English.
func Weight(stem string) float64 { return math.Log((Documents + 1) / (Everyday(stem) + 0.5)) }

// Lines returns the lines of a table that are neither blank nor comments.
func Lines(table string) []string {
	var out []string
	for _, line := range strings.Split(table, "\n") {
		if line = strings.TrimRight(line, "\r"); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

func stopWord(folded string) bool { return loaded().stop[folded] }

func kinOf(stem string) (string, bool) {
	kin, ok := loaded().kin[stem]
	return kin, ok
}

// Chosen says whether a kin is a kind of people or things between whose names outlets choose.
func Chosen(kin string) bool { return loaded().chosen[kin] != "" }

// ChosenName is the name of such a kind.
func ChosenName(kin string) string { return loaded().chosen[kin] }
