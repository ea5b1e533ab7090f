package compare

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/hearsay-news/hearsay/eval/grow"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
)

// Pages come and go; what is taken over from the comparing before, and compared anew, gives what comparing all of them at once gives, and most stories
// are not compared again.
func TestTakenOver(t *testing.T) {
	keys := map[string]string{}
	var all []*read.Reading
	all = append(story(t, "harbour"), oneStory(12)...)
	for p := range grow.PagesOf(3, 40, 10) {
		all = append(all, read.Read(en.Language, p))
	}
	for _, r := range all {
		keys[r.ID] = "read " + r.ID
	}
	written := func(f *Findings) string {
		b, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	random := rand.New(rand.NewPCG(1, 2))
	there := map[int]bool{}
	var before *Findings
	for step := range 8 {
		for i := range all {
			if there[i] && random.IntN(40) == 0 || !there[i] && random.IntN(3) == 0 {
				there[i] = !there[i]
			}
		}
		if step == 7 { // one page more
			for i := range all {
				if !there[len(all)-1-i] {
					there[len(all)-1-i] = true
					break
				}
			}
		}
		var now []*read.Reading
		for i := range all {
			if there[i] {
				now = append(now, all[i])
			}
		}
		anew := 0
		g := &guard{ctx: context.Background(), language: en.Language, findings: &Findings{}, keys: keys, enter: func(room string) {
			if room == "accounts" {
				anew++
			}
		}}
		if before != nil {
			g.before = sortOut(before)
		}
		f, err := run(g, now)
		if err != nil {
			t.Fatal(err)
		}
		once, err := CompareGiven(context.Background(), en.Language, Given{Readings: now, Keys: keys})
		if err != nil {
			t.Fatal(err)
		}
		if written(once) != written(f) {
			t.Fatalf("step %d: %d pages give other findings than at once", step, len(now))
		}
		if step == 7 && (len(f.Stories) < 3 || anew == len(f.Stories)) {
			t.Errorf("step %d: %d of %d stories are compared again", step, anew, len(f.Stories))
		}
		before = &Findings{}
		if err := json.Unmarshal([]byte(written(f)), before); err != nil {
			t.Fatal(err)
		}
	}
}
