// Command scale works out, from what one page was measured to cost, what a record of any size takes, and plays a day of its queue: pages that arrive, workers
// that read them, a comparing that runs when nothing waits or ten minutes have passed.
//
//	go run ./eval/grow/scale                                 from ten thousand to a hundred million pages
//	go run ./eval/grow/scale -day 200000 -kept 5e6 -cores 16     a day of 200,000 pages on a record of five million
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

//go:embed constants.tsv
var table string

var (
	day   = flag.Float64("day", 0, "pages that arrive on a day that is played; 0 for none")
	kept  = flag.Float64("kept", 1e6, "pages of the record on that day")
	cores = flag.Float64("cores", 8, "cores of all workers together")
	story = flag.Float64("story", 10, "pages of a story that a new page joins: they are compared anew")
)

func main() {
	flag.Parse()
	costs, err := constants(table)
	if err != nil {
		log.Fatal(err)
	}
	if *day > 0 {
		fmt.Println(play(costs, *day, *kept, *cores, *story))
		return
	}
	if err := sizes(costs); err != nil {
		log.Fatal(err)
	}
}

// constants reads the measured costs.
func constants(table string) (map[string]float64, error) {
	out := map[string]float64{}
	for line := range strings.Lines(table) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(cells) < 3 {
			continue
		}
		value, err := strconv.ParseFloat(cells[1], 64)
		if err != nil {
			return nil, fmt.Errorf("constants.tsv: %s: %w", cells[0], err)
		}
		out[cells[0]] = value
	}
	return out, nil
}

// sizes writes what records take.
func sizes(c map[string]float64) error {
	out := tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "pages\tfile\tdatabase\treading, 1 core\treading, 64 cores\tcomparing all\tone page more\tmemory\t")
	for n := 1e4; n <= 1e8; n *= 10 {
		read := n * (c["read"] + c["server"])
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t\n", count(n), size(n*c["file"]*1e3), size(n*c["database"]*1e3), long(read), long(read/64), long(n*c["compare"]), long(n*c["look"]), size(n*c["memory"]*1e6))
	}
	return out.Flush()
}

func count(n float64) string {
	if n >= 1e6 {
		return fmt.Sprintf("%.0f M", n/1e6)
	}
	return fmt.Sprintf("%.0f k", n/1e3)
}

func size(bytes float64) string {
	for _, unit := range []string{"kB", "MB", "GB"} {
		if bytes /= 1000; bytes < 1000 {
			return fmt.Sprintf("%.3g %s", bytes, unit)
		}
	}
	return fmt.Sprintf("%.3g TB", bytes/1000)
}

// long writes milliseconds.
func long(ms float64) string {
	switch s := ms / 1000; {
	case s < 90:
		return fmt.Sprintf("%.0f s", s)
	case s < 5400:
		return fmt.Sprintf("%.0f min", s/60)
	case s < 48*3600:
		return fmt.Sprintf("%.1f h", s/3600)
	default:
		return fmt.Sprintf("%.0f days", s/86400)
	}
}

// played is what a day of the queue came to.
type played struct {
	MostWaiting float64       // pages
	LongestRead time.Duration // that a page waited to be read
	LongestLag  time.Duration // until a page was compared
	Comparings  int
	Busy        float64 // share of the workers' time
	Behind      bool    // at midnight more waits than in the morning
}

func (p played) String() string {
	behind := ""
	if p.Behind {
		behind = "; it falls behind: more cores, or smaller records"
	}
	return fmt.Sprintf("at most %.0f pages wait, a page up to %s to be read and %s to be compared; %d comparings; workers are busy %.0f %% of the day%s",
		p.MostWaiting, p.LongestRead, p.LongestLag, p.Comparings, 100*p.Busy, behind)
}

const step = time.Minute

// play plays a day in minutes. Pages come as news do: three times as many at eleven in the morning as at eleven at night.
func play(c map[string]float64, day, kept, cores, story float64) played {
	var out played
	var waiting, uncompared, comparing float64 // comparing: milliseconds of one core that are left of it
	var oldest time.Duration                   // since when something is not compared
	perStep := cores * float64(step.Milliseconds())
	for minute := range 24 * 60 {
		hour := float64(minute) / 60
		waiting += day / (24 * 60) * (1 + .5*math.Cos((hour-11)/24*2*math.Pi))
		power := perStep
		if comparing > 0 {
			used := min(comparing, perStep/cores) // one worker compares, on one core
			comparing -= used
			power -= used
			out.Busy += used
			if comparing <= 0 {
				out.Comparings++
				out.LongestLag = max(out.LongestLag, oldest)
				uncompared, oldest = 0, 0
			}
		}
		read := min(waiting, power/c["read"])
		waiting -= read
		kept += read
		uncompared += read
		out.Busy += read * c["read"]
		out.MostWaiting = max(out.MostWaiting, waiting)
		out.LongestRead = max(out.LongestRead, time.Duration(waiting*c["read"]/perStep*float64(step)).Round(time.Second))
		if uncompared > 0 {
			oldest += step
		}
		if comparing <= 0 && uncompared > 0 && (waiting < 1 || oldest >= 10*time.Minute) {
			comparing = kept*c["look"] + min(kept, uncompared*story)*c["compare"]
		}
	}
	out.LongestLag = max(out.LongestLag, oldest)
	out.Busy /= perStep * 24 * 60
	out.Behind = waiting*c["read"] > perStep*30
	return out
}
