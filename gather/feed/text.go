package feed

import (
	"html"
	"regexp"
	"strings"
)

var (
	coded    = regexp.MustCompile(`&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});`)
	anyTag   = regexp.MustCompile(`</?[a-zA-Z][^<>]*>`)
	titleTag = regexp.MustCompile(`(?i)</?(?:a|b|br|em|font|i|mark|p|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>`)
	codedTag = regexp.MustCompile(`&(?:lt|#60|#[xX]3[cC]);\s*/?(?:p|br|div|a|b|i|em|strong|h[1-6]|span|ul|ol|li|img|blockquote|figure|table)\b`)
)

// plain is the text of a title: the markup that some feeds put into it is taken out, and what is encoded twice is decoded once more.
//
//	"Ferry &amp; bus"  →  "Ferry & bus"
func plain(title string) string {
	if strings.IndexByte(title, '<') >= 0 {
		title = titleTag.ReplaceAllString(title, "")
	}
	if strings.IndexByte(title, '&') >= 0 && coded.MatchString(title) {
		title = html.UnescapeString(title)
	}
	return strings.Join(strings.Fields(title), " ")
}

// markup is the HTML of an item; where all its tags are encoded once too often, they are decoded.
func markup(content string) string {
	if codedTag.MatchString(content) && !anyTag.MatchString(content) {
		return html.UnescapeString(content)
	}
	return strings.TrimSpace(content)
}

// fromText makes HTML of plain text, a paragraph a line.
func fromText(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			b.WriteString("<p>" + html.EscapeString(line) + "</p>\n")
		}
	}
	return b.String()
}
