package parts

import (
	_ "embed"
	"regexp"
	"strings"
)

//go:embed still.css
var stillRules string

var (
	colour = regexp.MustCompile(`--([a-z0-9]+): (#[0-9a-f]{6});`)
	use    = regexp.MustCompile(`var\(--([a-z0-9]+)\)`)
)

// StillStyle is the look of a picture that stands alone: the light colours of the room, written out, since not every program that shows pictures knows
// variables.
func StillStyle() string {
	sheet, err := Static.ReadFile("static/room.css")
	if err != nil {
		panic(err) // it is embedded
	}
	light, _, _ := strings.Cut(string(sheet), "@media (prefers-color-scheme: dark)")
	colours := map[string]string{}
	for _, m := range colour.FindAllStringSubmatch(light, -1) {
		colours[m[1]] = m[2]
	}
	return use.ReplaceAllStringFunc(strings.TrimSpace(stillRules), func(v string) string { return colours[use.FindStringSubmatch(v)[1]] })
}
