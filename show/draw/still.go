package draw

import (
	"fmt"
	"html/template"
	"regexp"
	"strconv"
	"strings"
)

var (
	opened  = regexp.MustCompile(`^<svg class="([^"]*)" viewBox="0 0 (\d+) (\d+)" width="\d+" height="\d+" role="group"`)
	linked  = regexp.MustCompile(`<a href="[^"]*"( tabindex="[^"]*")?`)
	labeled = regexp.MustCompile(`(<g[^>]*?) aria-label="[^"]*"`)
)

const margin, headline = 24, 34

// Still makes a picture of ours stand alone, to be taken along: with its own colours, a title above, and no links. Empty for no picture.
//
//	<svg class="timeline"…><a href="/timeline/t5" class="row">…  →  <svg xmlns…><style>…</style><text>Timeline</text><g class="row">…
func Still(picture template.HTML, style, title string) []byte {
	m := opened.FindStringSubmatch(string(picture))
	if m == nil {
		return nil
	}
	width, _ := strconv.Atoi(m[2]) // digits, by the pattern
	height, _ := strconv.Atoi(m[3])
	w, h := width+2*margin, height+2*margin+headline
	body := string(picture)[len(m[0]):]
	body = strings.ReplaceAll(linked.ReplaceAllString(body, "<g"), "</a>", "</g>")
	body = labeled.ReplaceAllString(body, "$1")
	rest := strings.Index(body, ">") + 1
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="%s" viewBox="%d %d %d %d" width="%d" height="%d" role="img"`, m[1], -margin, -margin-headline, w, h, w, h)
	b.WriteString(body[:rest])
	fmt.Fprintf(&b, `<style>%s</style><rect x="%d" y="%d" width="%d" height="%d" class="paper"/><text x="0" y="%d" class="headline">%s</text>`, style, -margin, -margin-headline, w, h, -headline/2,
		esc(fit(title, float64(width)*.8)))
	b.WriteString(body[rest:])
	return []byte(b.String())
}
