package draw

import (
	"encoding/xml"
	"errors"
	"html/template"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/show/sample"
	"github.com/hearsay-news/hearsay/show/view"
)

func row(id string) string      { return "/entry/" + id }
func place(p view.Place) string { return "/page/" + p.Page }
func svg(t *testing.T, s template.HTML) string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(s)))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return string(s)
		} else if err != nil {
			t.Fatalf("%v in %s", err, s)
		}
	}
}

func TestTimeline(t *testing.T) {
	for name, r := range map[string]*view.Record{"sample": sample.Record(), "hostile": sample.Hostile()} {
		for _, width := range []int{350, 1100} {
			rows := r.Timeline("", "")
			got := svg(t, Timeline("x", rows, width, row))
			if n := strings.Count(got, "data-row"); n != len(rows) {
				t.Errorf("%s: %d rows drawn of %d", name, n, len(rows))
			}
			if strings.Contains(got, "style=") || strings.Contains(got, "<script") {
				t.Errorf("%s: inline style or script", name)
			}
		}
	}
	got := svg(t, Timeline("x", sample.Record().Timeline("", ""), 1100, row))
	for _, want := range []string{`class="row denied"`, `class="cross"`, `url(#x-h)`, `class="becomes"`, `class="open-head"`, "Solid: occurred", `href="/entry/t5"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s", want)
		}
	}
	if got := Timeline("x", nil, 1100, row); got != "" {
		t.Errorf("nothing to draw gave %q", got)
	}
}

func TestFigure(t *testing.T) {
	for name, r := range map[string]*view.Record{"sample": sample.Record(), "hostile": sample.Hostile()} {
		for _, f := range r.Figures("", "") {
			for _, width := range []int{340, 1080} {
				got := svg(t, Figure("x", f, width, place))
				if n := strings.Count(got, "data-row"); n != len(f.Entries) {
					t.Errorf("%s: %d entries drawn of %d", name, n, len(f.Entries))
				}
				if strings.Contains(got, "NaN") || strings.Contains(got, "Inf") {
					t.Errorf("%s: a number without a place: %s", name, got)
				}
			}
		}
	}
}

// TestDays holds that the axis keeps the order of days, stays inside its ends, and that its labels do not touch.
func TestDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := rapid.IntRange(-30000, 60000).Draw(t, "base")
		var all []times.Day
		for _, step := range rapid.SliceOfN(rapid.OneOf(rapid.IntRange(0, 3), rapid.IntRange(0, 40), rapid.IntRange(0, 20000)), 1, 60).Draw(t, "steps") {
			base += step
			all = append(all, times.Day(base))
		}
		right := rapid.SampledFrom([]float64{330, 900}).Draw(t, "right")
		d := newDays(slices.Clone(all), 14, right)
		last := 13.9
		for i, day := range all {
			x := d.x(day)
			if x < last-1e-6 || x > right+1e-6 {
				t.Fatalf("day %d at %.2f after %.2f", i, x, last)
			}
			if i > 0 && day > all[i-1] && x <= last {
				t.Fatalf("two days at %.2f", x)
			}
			last = x
		}
		at := -1e9
		for _, tick := range d.ticks(58) {
			if tick.x-at < 58*.8-1e-6 {
				t.Fatalf("labels touch at %.1f", tick.x)
			}
			at = tick.x
		}
	})
}

func TestTicksSayWhatTheyStandFor(t *testing.T) {
	d := newDays([]times.Day{times.NewDay(2018, 1, 1), times.NewDay(2018, 12, 31), times.NewDay(2023, 3, 1), times.NewDay(2023, 3, 9), times.NewDay(2023, 3, 29)}, 14, 900)
	var got []string
	for _, tick := range d.ticks(58) {
		got = append(got, strings.TrimSpace(tick.label+" "+tick.year))
	}
	if want := "2018, 1 Mar 2023, 6 Mar, 13 Mar"; !strings.HasPrefix(strings.Join(got, ", "), want) {
		t.Errorf("%q, want %q …", got, want)
	}
}

func TestScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lo := rapid.Float64Range(-1e12, 1e12).Draw(t, "lo")
		hi := lo + rapid.Float64Range(0, 1e12).Draw(t, "more")
		s := newScale(lo, hi, 100, 500)
		for _, v := range []float64{lo, hi} {
			if x := s.x(v); !(x >= 99.9 && x <= 500.1) {
				t.Fatalf("%g of %g…%g lies at %g", v, lo, hi, x)
			}
		}
		if n := len(s.ticks()); n > 12 {
			t.Fatalf("%d ticks", n)
		}
	})
}

// TestLabelsStayInside reads every text of a timeline whose titles are long.
func TestLabelsStayInside(t *testing.T) {
	rows := sample.Record().Timeline("", "")
	for i := range rows {
		rows[i].Title = strings.Repeat("a long title that goes on ", 20)
	}
	text := regexp.MustCompile(`<text x="([-\d.]+)" y="[-\d.]+" class="name"( text-anchor="end")?>(.*?)</text>`)
	tags := regexp.MustCompile(`<[^>]*>`)
	for _, width := range []int{350, 1100} {
		for _, m := range text.FindAllStringSubmatch(string(Timeline("x", rows, width, row)), -1) {
			x, _ := strconv.ParseFloat(m[1], 64)
			room := wide(tags.ReplaceAllString(m[3], ""))
			left, right := x, x+room
			if m[2] != "" {
				left, right = x-room, x
			}
			if left < -8 || right > float64(width)+8 {
				t.Errorf("width %d: a label from %.0f to %.0f", width, left, right)
			}
		}
	}
}

// A figure that is given for several days is drawn over them, one mark an entry, open ends upright; for one day there is nothing to draw.
func TestOvertime(t *testing.T) {
	f, _ := sample.Record().Figure("f1")
	if got := Overtime("x", f, 1080, place); got != "" {
		t.Errorf("one day gave %q", got)
	}
	for i := range f.Entries {
		when := view.NewWhen(times.Between(times.NewDay(2024, 5, 1+7*i), times.NewDay(2024, 5, 1+7*i), times.ADay))
		f.Entries[i].AsOf = &when
	}
	for _, width := range []int{340, 1080} {
		got := svg(t, Overtime("x", f, width, place))
		if n := strings.Count(got, `class="row"`); n != len(f.Entries) {
			t.Errorf("%d of %d entries drawn", n, len(f.Entries))
		}
		for _, want := range []string{`class="open-head"`, `class="range"`, `class="ring"`, "1 May", "over time"} {
			if !strings.Contains(got, want) {
				t.Errorf("at %d: no %s", width, want)
			}
		}
		still := svg(t, template.HTML(Still(template.HTML(got), ".dot{}", "Lorries")))
		for _, bad := range []string{"href", "<a", "aria-label="} {
			if strings.Contains(still, bad) {
				t.Errorf("still: %s", bad)
			}
		}
	}
}
