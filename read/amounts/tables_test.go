package amounts

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/lang/en"
)

// No word and no symbol names two units: the later row would silently win. A currency's symbol may be a measure's too ("PS").
func TestUnitsAreTold(t *testing.T) {
	named := map[string]string{}
	for row := range lang.Rows(en.Language.Amounts.Units) {
		f := append(strings.Split(row, "\t"), "")
		if f[0] == "parts" || f[0] == "other" {
			continue
		}
		for _, form := range strings.Split(f[2]+","+f[3], ",") {
			form = strings.TrimSpace(form)
			key, unit := form, f[0]+" "+f[1]
			if f[0] == "money" {
				key = "money " + form
			}
			if before := named[key]; before != "" && before != unit && form != "" {
				t.Errorf("%q names %s and %s", form, before, unit)
			}
			named[key] = unit
		}
	}
}
