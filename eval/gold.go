package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// goldDir holds our own gold: sets that lie in the repository, each with its guidelines and its scorer, a python script that needs
// nothing but the standard library and that a user can run by hand:
//
//	python3 eval/gold/voices/score.py --binary ./hearsay --misses eval/gold/voices/items.jsonl
var goldDir = filepath.Join("eval", "gold")

// goldMetrics are the figures of a set that are held: the key in the scorer's last line, what it is called here, and its scale
// (contrast counts shares, voices percent).
type goldMetrics struct {
	set   string
	items string // the file of items and its scorer, below goldDir
	score string
	scale float64
	keys  [][2]string
}

var goldVoices = goldMetrics{"voices", "voices/items.jsonl", "voices/score.py", 1, [][2]string{
	{"total", "items all right"}, {"found", "found"}, {"speaker", "speaker"}, {"chain", "chain"}, {"stance", "stance"}, {"span", "span"},
	{"precision", "rows right"}, {"r90_total", "items all right, default dial"}, {"r90_found", "found, default dial"},
	{"r90_speaker", "speaker, default dial"}, {"r90_chain", "chain, default dial"}, {"r90_precision", "rows right, default dial"},
}}

var goldContrast = goldMetrics{"contrast", "contrast/items.jsonl", "contrast/score.py", 100, [][2]string{
	{"total", "verdicts right"}, {"mean_class", "mean of classes"}, {"statement", "statements"}, {"figure", "figures"}, {"event", "events"},
	{"same", "same"}, {"differ", "differ"}, {"apart", "apart"}, {"differ_precision", "differ precision"}, {"part", "part of differ"},
}}

// goldSayings are the own passages of eval/gold/statements that rules may be tuned on; the half that is set aside is scored only when asked for.
var goldSayings = goldMetrics{"statements", "statements/sayings.jsonl", "voices/score.py", 1, goldVoices.keys}

func scoreSayings(string) ([]Row, error) { return scoreGold(goldSayings) }

func scoreSayingsHeld(string) ([]Row, error) {
	held := goldSayings
	held.set, held.items = "statements-held", "statements/sayings-held.jsonl"
	return scoreGold(held)
}

func scoreVoices(string) ([]Row, error)   { return scoreGold(goldVoices) }
func scoreContrast(string) ([]Row, error) { return scoreGold(goldContrast) }

// scoreGold builds the program as it is here and runs the set's own scorer on it.
func scoreGold(set goldMetrics) ([]Row, error) {
	python, err := exec.LookPath("python3")
	if err != nil {
		return nil, fmt.Errorf("gold/%s: no python3 to run its scorer: %w", set.set, errAbsent)
	}
	items := filepath.Join(goldDir, filepath.FromSlash(set.items))
	if _, err := os.Stat(items); errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("gold/%s: %w", set.set, errAbsent)
	}
	tmp, err := os.MkdirTemp("", "hearsay-gold")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	binary := filepath.Join(tmp, "hearsay")
	if out, err := exec.Command("go", "build", "-o", binary, "./cmd/hearsay").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("gold/%s: go build: %w: %s", set.set, err, out)
	}
	var stderr bytes.Buffer
	cmd := exec.Command(python, filepath.Join(goldDir, filepath.FromSlash(set.score)), "--binary", binary, items)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("gold/%s: %w: %s", set.set, err, stderr.Bytes())
	}
	return goldRows(set, string(out))
}

// goldRows reads the last line of a scorer: "total=52.6 items=114 found=81.9 …".
func goldRows(set goldMetrics, out string) ([]Row, error) {
	lines := strings.Split(strings.TrimSpace(out), "\n")
	got := map[string]string{}
	for _, pair := range strings.Fields(lines[len(lines)-1]) {
		key, value, _ := strings.Cut(pair, "=")
		got[key] = value
	}
	var rows []Row
	for _, m := range set.keys {
		value, err := strconv.ParseFloat(got[m[0]], 64)
		if err != nil {
			return nil, fmt.Errorf("gold/%s: no figure %s in the scorer's last line", set.set, m[0])
		}
		rows = append(rows, Row{"gold/" + set.set, m[1], value * set.scale})
	}
	return rows, nil
}
