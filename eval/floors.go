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

// slack is how far below its floor a figure may lie: it absorbs rounding in the floors file, nothing more.
const slack = 0.05

func run(w io.Writer, data, only, floorsFile string, pin bool) error {
	floors, err := readFloors(floorsFile)
	if err != nil {
		return err
	}
	var fallen []string
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
		}
		for _, row := range rows {
			key := row.Set + "\t" + row.Metric
			floor, pinned := floors[key]
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
