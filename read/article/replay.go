package article

import "strings"

// replayed takes the address of a page as an archive of the web replays it apart: the page's own address, and when the copy was made.
//
//	https://archive.example/web/20160218174457/http://radionord.example/2010/05/port  →  http://radionord.example/2010/05/port, 20160218174457
func replayed(address string) (own, copied string) {
	for i := 0; i+16 <= len(address); i++ {
		if address[i] != '/' || !isNumber(address[i+1]) {
			continue
		}
		j := i + 1
		for j < len(address) && isNumber(address[j]) {
			j++
		}
		stamp := address[i+1 : j]
		for j < len(address) && (isLetterByte(address[j]) || address[j] == '_') { // "id_", "if_": how the copy is shown
			j++
		}
		if len(stamp) != 14 || j >= len(address) || address[j] != '/' {
			continue
		}
		rest := address[j+1:]
		if _, dated := compact(stamp); dated && (strings.HasPrefix(rest, "http") || strings.HasSuffix(address[:i], "/web") && strings.Contains(rest, ".")) {
			return rest, stamp
		}
	}
	return address, ""
}
