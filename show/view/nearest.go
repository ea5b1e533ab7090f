package view

import "strings"

// Nearest asks whether one of some names was meant, where one is spelled nearly so, and else gives the hint.
func Nearest(asked string, names []string, hint string) string {
	asked = strings.ToLower(asked)
	best, least := "", len([]rune(asked))/3+1
	for _, name := range names {
		low := strings.ToLower(name)
		for _, part := range append(strings.Fields(low), low) {
			if d := distance(asked, part, least); d < least {
				best, least = name, d
			}
		}
	}
	if best == "" {
		return hint
	}
	return "did you mean " + best + "? " + hint
}

// distance is the number of letters to change, add or leave out between two words (Levenshtein), most at the most.
func distance(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) >= most || len(y)-len(x) >= most {
		return most
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		before := row[0]
		row[0] = i + 1
		for j := range y {
			change := before
			if x[i] != y[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return min(row[len(y)], most)
}
