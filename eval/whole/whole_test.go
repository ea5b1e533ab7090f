package whole

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
	"github.com/hearsay-news/hearsay/show/export"
)

// HEARSAY_WHOLE=1 takes whole collections and 500 groups, as ./test all does; another number takes so many groups.
func all() (whole bool, groups int) {
	n, _ := strconv.Atoi(os.Getenv("HEARSAY_WHOLE"))
	switch n {
	case 0:
		return false, 25
	case 1:
		return true, 500
	}
	return false, n
}

func pagesOf(t testing.TB, set string) []gather.Page {
	t.Helper()
	pages, err := Pages(filepath.Join("..", "..", ".evaldata", "eval"), set)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("the set %s is absent; ./test lays it out in .evaldata where its archive is at hand", set)
	}
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// through adds pages to a new record and returns what is wrong with its export.
func through(t testing.TB, pages iter.Seq[gather.Page]) []string {
	t.Helper()
	ctx := context.Background()
	r, err := hearsay.Open(ctx, filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	added, err := r.Add(ctx, pages, hearsay.AddOptions{})
	if err != nil {
		return []string{"add: " + err.Error()}
	}
	var flaws []string
	for _, s := range added.Skipped {
		if s.Reason == gather.Panic {
			flaws = append(flaws, fmt.Sprintf("fault: reading %s: %s", s.ID, s.Detail))
		}
	}
	shown, err := r.View(ctx)
	if err != nil {
		return append(flaws, "view: "+err.Error())
	}
	var b bytes.Buffer
	if err := export.JSON(&b, shown, export.Whole{Version: "test", Models: "1", All: true}); err != nil && !errors.Is(err, export.ErrFaults) {
		return append(flaws, "export: "+err.Error())
	}
	return append(flaws, Flaws(b.Bytes(), shown)...)
}

// Whole collections go through add, compare and export; without HEARSAY_WHOLE a sample of each.
func TestCollections(t *testing.T) {
	for _, set := range Collections {
		t.Run(set, func(t *testing.T) {
			pages, most := pagesOf(t, set), 60
			if whole, _ := all(); whole {
				most = len(pages)
			}
			for _, flaw := range through(t, sample(pages, most)) {
				t.Error(flaw)
			}
		})
	}
}

// The invented stories, and the samples where they are laid out, keep every rule.
func TestStories(t *testing.T) {
	for _, pattern := range []string{"../../examples/*/pages", "../../../shared/samples/*"} {
		folders, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, folder := range folders {
			for _, flaw := range through(t, file.Pages([]string{folder}, gather.Given{})) {
				t.Errorf("%s: %s", folder, flaw)
			}
		}
	}
}

// Groups of mutated and spliced pages keep every rule.
func TestMutated(t *testing.T) {
	var from []gather.Page
	for _, set := range Collections {
		from = append(from, slices.Collect(sample(pagesOf(t, set), 200))...)
	}
	_, groups := all()
	for seed := range uint64(groups) {
		for _, flaw := range through(t, slices.Values(group(from, seed))) {
			t.Errorf("group %d: %s", seed, flaw)
		}
	}
}
