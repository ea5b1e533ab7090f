// Package grow makes invented pages, as many as are asked for: what a record costs is measured on them.
//
//	grow.Pages(1, 4000)   4,000 pages of about 1,500 words' length, in stories of one to some sixty pages: reports with quotations, figures and days,
//	                      copies of other papers' reports, updates with new numbers, papers that contradict each other
//
// Page n is the same whatever the number of pages. The lengths and densities are those of articles about running stories: some seventeen statements,
// seven figures and thirty names a page.
package grow

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/hearsay-news/hearsay/gather"
)

// block is how many pages share a set of stories; no story reaches beyond it.
const block = 100

// sizes are the pages of the stories of a block.
var sizes = []int{40, 22, 12, 8, 5, 4, 3, 2, 1, 1, 1, 1}

// long is how many paragraphs a page has that is written anew: some 1,500 words.
const long = 34

// Pages yields pages 0 to n-1 of a seed.
func Pages(seed uint64, n int) iter.Seq[gather.Page] { return PagesOf(seed, n, long) }

// PagesOf yields pages of so many paragraphs, 10 at least.
func PagesOf(seed uint64, n, paragraphs int) iter.Seq[gather.Page] {
	return from(seed, 0, n, paragraphs)
}

// From yields pages first to end-1 of a seed.
func From(seed uint64, first, end int) iter.Seq[gather.Page] { return from(seed, first, end, long) }

func from(seed uint64, first, end, paragraphs int) iter.Seq[gather.Page] {
	return func(yield func(gather.Page) bool) {
		for start := first - first%block; start < end; start += block {
			for i, p := range blockOf(seed, start/block, paragraphs) {
				if start+i < first {
					continue
				}
				if start+i >= end || !yield(p) {
					return
				}
			}
		}
	}
}

// story is what the pages of one story are about.
type story struct {
	place, event, what, thing string
	people                    []person
	first                     time.Time
	count                     int
	told                      [][]string // paragraphs of the pages before
}

type person struct{ post, given, name string }

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

func town(r *rand.Rand) string { return pick(r, heads) + pick(r, tails) }

func newStory(r *rand.Rand, day int) *story {
	s := &story{place: town(r), event: pick(r, mass), what: pick(r, what), thing: pick(r, things), count: 5 + r.IntN(900),
		first: time.Date(2014, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, day)}
	for range 4 + r.IntN(5) {
		s.people = append(s.people, person{pick(r, posts), pick(r, given), pick(r, kin) + pick(r, ends)})
	}
	return s
}

func blockOf(seed uint64, number, paragraphs int) []gather.Page {
	r := rand.New(rand.NewPCG(seed, uint64(number)))
	var out []gather.Page
	for n, size := range sizes {
		s := newStory(r, number*3+n)
		for k := range size {
			out = append(out, s.page(r, fmt.Sprintf("p%06d", number*block+len(out)), k, paragraphs))
		}
	}
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// page writes the next page of a story.
func (s *story) page(r *rand.Rand, id string, k, length int) gather.Page {
	day := s.first.AddDate(0, 0, k/4)
	paper := pick(r, papers)
	var paragraphs []string
	switch {
	case k > 0 && r.IntN(10) < 2: // another paper's report, whole or cut, with a word changed
		old := s.told[r.IntN(len(s.told))]
		paragraphs = append(paragraphs, old[:len(old)-r.IntN(len(old)/2)]...)
		paragraphs[0] = strings.Replace(paragraphs[0], " was ", " had been ", 1)
	case k > 0 && r.IntN(10) < 3: // an update: most is written anew, some paragraphs stay
		paragraphs = append(s.report(r, day, length*3/4), s.told[len(s.told)-1][:min(length/4, len(s.told[len(s.told)-1]))]...)
	default:
		paragraphs = s.report(r, day, length)
	}
	s.told = append(s.told, paragraphs)
	title := fmt.Sprintf("%s of %s: %s %s", strings.ToUpper(s.event[:1])+s.event[1:], s.place, s.what, pick(r, doings))
	text := title + "\n" + strings.ToUpper(s.place) + " — " + strings.Join(paragraphs, "\n")
	return gather.Page{ID: id, Name: id, Path: id, Bytes: []byte(text), Form: gather.Article, Charset: "utf-8",
		Given: gather.Given{Published: day.Format("2006-01-02"), Outlet: paper}}
}

// report writes so many paragraphs.
func (s *story) report(r *rand.Rand, day time.Time, n int) []string {
	s.count += r.IntN(40)
	out := make([]string, n)
	for i := range out {
		var lines []string
		for range 2 + r.IntN(2) {
			lines = append(lines, s.sentence(r, day, i))
		}
		out[i] = strings.Join(lines, " ")
	}
	return out
}

func (s *story) sentence(r *rand.Rand, day time.Time, paragraph int) string {
	p := pick(r, s.people)
	name := p.name
	if paragraph < 6 {
		name = p.post + " " + p.given + " " + p.name
	}
	weekday := day.AddDate(0, 0, -r.IntN(5)).Weekday().String()
	count := s.count
	if r.IntN(5) == 0 { // papers differ
		count += 1 + r.IntN(20)
	}
	switch r.IntN(12) {
	case 0:
		return fmt.Sprintf("“%s,” %s %s.", strings.TrimSuffix(filler(r), "."), name, pick(r, verbs))
	case 1:
		return fmt.Sprintf("%s %s on %s that %s in %s %s.", capital(name), pick(r, list("said|claimed|confirmed")), weekday, s.what, s.place, pick(r, doings))
	case 2:
		return fmt.Sprintf("%s denied that %s %s.", capital(name), s.what, pick(r, doings))
	case 3:
		return fmt.Sprintf("%d %s were counted at %s on %s.", count, s.thing, s.what, weekday)
	case 4:
		return fmt.Sprintf("%s %s on %s, according to %s.", capital(s.what), pick(r, doings), weekday, name)
	case 5:
		return fmt.Sprintf("At least %d people were hurt in the %s of %s, %s said.", 1+s.count%37, s.event, s.place, name)
	default:
		return filler(r)
	}
}

// filler is a sentence that nobody else writes, for the most part.
func filler(r *rand.Rand) string {
	return fmt.Sprintf("The %s %s near %s %s the %s %s behind a %s %s.", pick(r, kinds), pick(r, plain), town(r), pick(r, acts), pick(r, kinds), pick(r, plain), pick(r, kinds), pick(r, plain))
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
