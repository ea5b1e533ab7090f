package lines

import "strings"

// untoken puts the signs of a tokenised corpus back as they are printed.
var untoken = strings.NewReplacer("-LRB- ", "(", " -RRB-", ")", "`` ", "“", " ''", "”", " ,", ",", " .", ".", " ;", ";", " :", ":", " ?", "?", " !", "!",
	" 's ", "’s ", " n't", "n’t", " 've ", "’ve ", " 're ", "’re ", " 'll ", "’ll ", " % ", "% ", "$ ", "$")

// Tidy is a line of a page as it is printed: one line, without the spaces of a tokenised text, with a quotation closed that goes on behind it.
//
//	`` They 've shut the port , '' he said .  →  “They’ve shut the port,” he said
func Tidy(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if strings.Contains(s, " ,") || strings.Contains(s, " 's ") || strings.Contains(s, "`` ") || strings.Contains(s, "-LRB-") || strings.HasSuffix(s, " .") || strings.HasPrefix(s, "'' ") {
		s = strings.TrimPrefix(s, "'' ")
		s = untoken.Replace(s)
	}
	s = strings.TrimRight(s, " ,;:-–—")
	if strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") {
		s = s[:len(s)-1]
	}
	switch open := strings.Count(s, "“") - strings.Count(s, "”"); {
	case open == 1:
		s += "”"
	case open == -1:
		s = strings.TrimSpace(strings.TrimPrefix(s, "”"))
	}
	if strings.Count(s, "\"") == 1 {
		if s[0] == '"' && !strings.Contains(s[1:], " ") || strings.HasSuffix(s, "\"") {
			s = strings.Trim(s, "\"")
		} else {
			s += "\""
		}
	}
	return strings.TrimSpace(s)
}

// Shorten cuts a line at a word.
func Shorten(s string, most int) string {
	if len(s) <= most {
		return s
	}
	if i := strings.LastIndexByte(s[:most], ' '); i > 0 {
		return s[:i] + " …"
	}
	return s
}
