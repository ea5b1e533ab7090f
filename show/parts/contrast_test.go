package parts

import (
	"math"
	"regexp"
	"strconv"
	"testing"
)

// TestContrast holds that every colour of words can be read on every ground it stands on, in light and dark (WCAG AA, 4.5 to 1).
func TestContrast(t *testing.T) {
	css, err := Static.ReadFile("static/room.css")
	if err != nil {
		t.Fatal(err)
	}
	roots := regexp.MustCompile(`:root \{([^}]*)\}`).FindAllSubmatch(css, -1)
	colour := regexp.MustCompile(`--(\w+): (#[0-9a-f]{6})`)
	for i, look := range []string{"light", "dark"} {
		v := map[string]string{}
		for _, m := range colour.FindAllSubmatch(roots[i][1], -1) {
			v[string(m[1])] = string(m[2])
		}
		for ground, words := range map[string][]string{
			"paper":   {"ink", "dim", "faint", "link", "source", "cue", "occurred", "planned", "claimed", "denied", "demanded", "differ", "agree"},
			"card":    {"ink", "dim", "faint", "link", "differ"},
			"soft":    {"ink", "dim", "faint", "link", "differ", "agree", "claimed", "denied", "demanded"},
			"content": {"ink", "source", "cue", "link"},
			"mark":    {"ink", "source", "cue"},
		} {
			for _, w := range words {
				if r := contrast(t, v[w], v[ground]); r < 4.5 {
					t.Errorf("%s: %s on %s: %.2f", look, w, ground, r)
				}
			}
		}
	}
}

func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	if len(hex) != 7 {
		t.Fatalf("colour %q", hex)
	}
	sum := 0.0
	for i, weight := range []float64{.2126, .7152, .0722} {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= .03928 {
			c /= 12.92
		} else {
			c = math.Pow((c+.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
