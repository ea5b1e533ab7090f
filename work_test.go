package hearsay_test

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/eval/grow"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/server"
	"github.com/hearsay-news/hearsay/work"
)

// workerEnv makes the test binary a worker on the record that it names.
const workerEnv = "HEARSAY_TEST_WORKER"

func TestMain(m *testing.M) {
	if where := os.Getenv(workerEnv); where != "" {
		workForOthers(where)
		return
	}
	os.Exit(server.Main(m))
}

// often is how often workers of tests look at what is going on.
const often = 20 * time.Millisecond

// workForOthers works until nothing is left, and tells every step.
func workForOthers(where string) {
	ctx := context.Background()
	r, err := hearsay.Open(ctx, where)
	if err != nil {
		log.Fatal(err)
	}
	defer r.Close()
	err = r.Work(ctx, hearsay.Gathering{}, work.Options{Workers: 2, Drain: true, Pause: often, Told: func(s work.Step) { fmt.Println(s) }})
	if err != nil {
		log.Fatal(err)
	}
}

// queued puts pages into the queue of an empty record.
func queued(t *testing.T, where string, pages []gather.Page) *hearsay.Record {
	t.Helper()
	r := openAt(t, where)
	q, err := r.Queue(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	added, err := q.Add(context.Background(), slices.Values(pages), work.Usual)
	if err != nil || added.Waiting != len(pages) {
		t.Fatalf("%+v, %v", added, err)
	}
	return r
}

// sameAsAlone holds that a record says what one says that a laptop made of the same pages, and that nothing is left to do.
func sameAsAlone(t *testing.T, r *hearsay.Record, pages []gather.Page) {
	t.Helper()
	ctx := context.Background()
	alone := openAt(t, filepath.Join(t.TempDir(), "r.db"))
	if _, err := alone.Add(ctx, slices.Values(pages), hearsay.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(exported(t, shownOf(t, alone)), exported(t, shownOf(t, r))); diff != "" {
		t.Error(diff)
	}
	q, err := r.Queue(ctx)
	if err != nil {
		t.Fatal(err)
	}
	s, err := q.Status(ctx)
	if err != nil || s.Waiting+s.Changes != 0 || s.Pages != int64(len(pages)) {
		t.Errorf("%+v, %v", s, err)
	}
	for _, j := range s.Jobs {
		if j.State != "completed" {
			t.Errorf("%d jobs %s are %s", j.Count, j.Kind, j.State)
		}
	}
}

// drain runs workers of this program until nothing waits.
func drain(t *testing.T, where string, n int, told func(work.Step)) {
	t.Helper()
	var working sync.WaitGroup
	for range n {
		working.Go(func() {
			r, err := hearsay.Open(context.Background(), where)
			if err != nil {
				t.Error(err)
				return
			}
			defer r.Close()
			if err := r.Work(context.Background(), hearsay.Gathering{}, work.Options{Workers: 1, Drain: true, Pause: often, Told: told}); err != nil {
				t.Error(err)
			}
		})
	}
	working.Wait()
}

func TestWorkersSayTheSame(t *testing.T) {
	where, pages := server.Record(t), slices.Collect(grow.PagesOf(8, 80, 10))
	r := queued(t, where, pages)
	drain(t, where, 2, nil)
	sameAsAlone(t, r, pages)
	q, err := r.Queue(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if added, err := q.Add(context.Background(), slices.Values(pages[:9]), work.Usual); err != nil || added.Waiting != 0 {
		t.Errorf("what is there waits again: %+v, %v", added, err)
	}
}

// Twenty workers are killed at random steps: nothing is lost, and nothing is there twice.
func TestKilledWorkers(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: takes long under the race detector; ./test runs it without")
	}
	const killed = 20
	where, pages := server.Record(t), slices.Collect(grow.PagesOf(9, 120, 10))
	r := queued(t, where, pages)
	var mu sync.Mutex
	random := rand.New(rand.NewPCG(16, 1))
	left := killed
	after := func() int { // how many steps the next worker may make; 0: all
		mu.Lock()
		defer mu.Unlock()
		if left == 0 {
			return 0
		}
		left--
		return 1 + random.IntN(12)
	}
	var working sync.WaitGroup
	for range 2 {
		working.Go(func() {
			for {
				steps := after()
				ended, err := workUntil(where, steps)
				if err != nil {
					t.Error(err)
					return
				}
				if ended { // there was nothing left, perhaps because the others were quicker
					return
				}
			}
		})
	}
	working.Wait()
	drain(t, where, 1, nil) // what the last one that was killed was at
	sameAsAlone(t, r, pages)
	if left == killed {
		t.Error("nobody was killed")
	}
	t.Logf("%d workers were killed", killed-left)
}

// workUntil runs a worker, and kills it after so many steps; ended says that it came to its own end.
func workUntil(where string, steps int) (ended bool, err error) {
	c := exec.Command(os.Args[0], "-test.run", "^$")
	c.Env = append(os.Environ(), workerEnv+"="+where)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		return false, err
	}
	if err := c.Start(); err != nil {
		return false, err
	}
	lines := bufio.NewScanner(out)
	for n := 1; lines.Scan(); n++ {
		if n == steps {
			if err := c.Process.Kill(); err != nil {
				return false, err
			}
			_ = c.Wait() // killed: its code says so
			return false, nil
		}
	}
	return true, c.Wait()
}

// The server is killed while workers read and while they compare, and started again: they go on.
func TestServerKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: takes long under the race detector; ./test runs it without")
	}
	s, err := server.New()
	if err != nil {
		t.Fatal(err)
	}
	defer s.Remove()
	where, pages := s.Address(), slices.Collect(grow.PagesOf(10, 60, 10))
	r := queued(t, where, pages)
	var mu sync.Mutex
	seen := map[work.Step]int{}
	drain(t, where, 2, func(step work.Step) {
		mu.Lock()
		defer mu.Unlock()
		if seen[step]++; step == work.PageRead && seen[step] == 25 || step == work.Comparing && seen[step] == 1 {
			s.Kill()
			if err := s.Start(); err != nil {
				t.Error(err)
			}
		}
	})
	sameAsAlone(t, r, pages)
}
