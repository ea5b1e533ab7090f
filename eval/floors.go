package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strconv"
	"strings"
)

// errAbsent says that a data set is not laid out here.
var errAbsent = errors.New("data is absent")

// missing adds a set to those that are not laid out here.
func missing(others error, set string) error {
	if others == nil {
		return fmt.Errorf("%s: %w", set, errAbsent)
	}
	return fmt.Errorf("%s, %w", set, others)
}

// slack is how far below its floor a figure may lie: it absorbs rounding in the floors file, nothing more.
const slack = 0.05

func run(w io.Writer, data, only, floorsFile string, pin bool) error {
	floors, err := readFloors(floorsFile)
	if err != nil {
		return err
	}
	var fallen []string
	measured, absent := map[string]bool{}, map[string]bool{} // by key; by set
	for _, room := range rooms {
		if only != "" && room.Name != only {
			continue
		}
		rows, err := room.Score(data)
		if err != nil && !errors.Is(err, errAbsent) {
			return fmt.Errorf("%s: %w", room.Name, err)
		}
		if err != nil {
			fmt.Fprintf(w, "%-34s not measured: %v\n", room.Name, err)
			for _, name := range strings.Split(strings.TrimSuffix(err.Error(), ": "+errAbsent.Error()), ", ") {
				absent[name], absent[room.Name+"/"+name] = true, true
			}
		}
		for _, row := range rows {
			key := row.Set + "\t" + row.Metric
			floor, pinned := floors[key]
			measured[key] = true
			mark := ""
			if pinned && row.Value < floor-slack {
				mark = "  BELOW"
				fallen = append(fallen, fmt.Sprintf("%s %s: %.2f, floor %.2f", row.Set, row.Metric, row.Value, floor))
			}
			if pin && (!pinned || row.Value > floor) {
				floors[key] = row.Value
			}
			if pinned {
				fmt.Fprintf(w, "%-34s %-26s %8.2f   floor %8.2f%s\n", row.Set, row.Metric, row.Value, floor, mark)
			} else {
				fmt.Fprintf(w, "%-34s %-26s %8.2f\n", row.Set, row.Metric, row.Value)
			}
		}
	}
	if only == "" {
		fallen = append(fallen, unmeasured(floors, measured, absent)...)
	}
	if pin {
		if err := writeFloors(floorsFile, floors); err != nil {
			return err
		}
	}
	if len(fallen) > 0 {
		return fmt.Errorf("below the floor:\n  %s", strings.Join(fallen, "\n  "))
	}
	return nil
}

// unmeasured names the floors that nothing was held against, though their sets are here: a scorer that says nothing any more would pass for ever.
func unmeasured(floors map[string]float64, measured, absent map[string]bool) []string {
	var out []string
	for key := range floors {
		set, metric, _ := strings.Cut(key, "\t")
		excused := measured[key]
		for part := set; !excused && part != ""; part = parent(part) {
			excused = absent[part]
		}
		if !excused {
			out = append(out, fmt.Sprintf("%s %s: a floor is pinned and nothing measured it", set, metric))
		}
	}
	sort.Strings(out)
	return out
}

// parent is the set that a part belongs to: "times/timebank/dev" is of "times/timebank".
func parent(set string) string { return set[:max(0, strings.LastIndexByte(set, '/'))] }

func readFloors(file string) (map[string]float64, error) {
	floors := map[string]float64{}
	f, err := os.Open(file)
	if errors.Is(err, os.ErrNotExist) {
		return floors, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cut := strings.LastIndexByte(line, '\t')
		if cut < 0 {
			return nil, fmt.Errorf("%s:%d: want set, metric and floor with tabs between", file, n)
		}
		value, err := strconv.ParseFloat(line[cut+1:], 64)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		floors[line[:cut]] = value
	}
	return floors, lines.Err()
}

func writeFloors(file string, floors map[string]float64) error {
	keys := make([]string, 0, len(floors))
	for key := range floors {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	var b strings.Builder
	b.WriteString("# Pinned floors: set, metric, figure. `go run ./eval -pin` raises them; lowering one is an edit that a reviewer sees.\n")
	for _, key := range keys {
		fmt.Fprintf(&b, "%s\t%.2f\n", key, floors[key])
	}
	return os.WriteFile(file, []byte(b.String()), 0o644)
}
