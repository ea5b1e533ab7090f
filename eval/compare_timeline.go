package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/times"
)

// reference is a timeline that journalists made of a topic: the days that they found worth a line.
type reference struct {
	Topic, Name string
	Entries     []struct{ Date string }
}

// scoreTimelines measures days against journalists' timelines (T17): of each topic's articles a record is made, and as many days are taken as the reference
// has, those of the greatest weight within its span, background left out. Date-F1 is the share of days that both have (as many on both sides), over all references.
func scoreTimelines(data string) ([]Row, error) {
	dir := filepath.Join(data, "compare", "t17")
	readings := map[string][]*read.Reading{}
	err := lines.JSON(filepath.Join(dir, "articles.jsonl"), func(d struct{ ID, Topic, Source, Date, Text string }) {
		readings[d.Topic] = append(readings[d.Topic], article(d.ID, d.Text, gather.Given{Outlet: d.Source, Published: d.Date}))
	})
	if err != nil {
		if os.IsNotExist(err) {
			return nil, fmt.Errorf("t17: %w", errAbsent)
		}
		return nil, err
	}
	references := map[string][]reference{}
	if err := lines.JSON(filepath.Join(dir, "timelines.jsonl"), func(r reference) { references[r.Topic] = append(references[r.Topic], r) }); err != nil {
		return nil, err
	}
	var topics []string
	for topic := range readings {
		topics = append(topics, topic)
	}
	sort.Strings(topics)
	sum, n := 0.0, 0
	var rows []Row
	for _, topic := range topics {
		if len(references[topic]) == 0 {
			continue
		}
		days := weighedDays(compare.Compare(en.Language, readings[topic]).Timeline)
		of := 0.0
		for _, r := range references[topic] {
			of += dateF1(days, r)
		}
		rows = append(rows, Row{"compare/t17", "Date-F1 " + topic, 100 * of / float64(len(references[topic]))})
		sum, n = sum+of, n+len(references[topic])
	}
	return append(rows, Row{"compare/t17", "Date-F1", 100 * sum / float64(max(1, n))}), nil
}

// weighedDays adds up what the entries of single days weigh.
func weighedDays(timeline []compare.Entry) map[times.Day]float64 {
	days := map[times.Day]float64{}
	for _, e := range timeline {
		if day, ok := e.When.Single(); ok && !e.Background {
			days[day] += e.Weight
		}
	}
	return days
}

func dateF1(days map[times.Day]float64, r reference) float64 {
	want := map[times.Day]bool{}
	first, last := times.Day(0), times.Day(0)
	for _, e := range r.Entries {
		var y, m, d int
		if n, _ := fmt.Sscanf(e.Date, "%d-%d-%d", &y, &m, &d); n != 3 {
			continue
		}
		day := times.NewDay(y, m, d)
		if len(want) == 0 || day < first {
			first = day
		}
		if len(want) == 0 || day > last {
			last = day
		}
		want[day] = true
	}
	var inside []times.Day
	for day := range days {
		if day >= first && day <= last {
			inside = append(inside, day)
		}
	}
	sort.Slice(inside, func(i, j int) bool {
		if days[inside[i]] != days[inside[j]] {
			return days[inside[i]] > days[inside[j]]
		}
		return inside[i] < inside[j]
	})
	both := 0
	for _, day := range inside[:min(len(inside), len(want))] {
		if want[day] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(want)))
}
