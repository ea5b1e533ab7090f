package whole

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read"
)

func TestGrowExplore(t *testing.T) {
	if os.Getenv("GROW") == "" {
		t.Skip()
	}
	units := []string{
		" says Mr. Smith,", " said that said that", "\"No,\" he said. ", "he said he said ", "told ", "according to ", "\"a \"", "“", "“a” ", "( ", "Mr. Smith ", "Smith ", "John Smith, the mayor, ", "the mayor ", "Monday ", "on Monday, ", "5 percent ", "from 5 to 6 ", "5, ", "killed 5 ", "5 people were killed. ", "The minister said 5 people were killed on Monday. ",
		"\nThe minister said 5 people were killed on Monday in Paris.", "a ", "said. ", "and ", ", ", "- ", "A. ", "He ", "who said ", "that ", "the ", "the the ", "1 2 3 ", "1.1.1.1", "11:11:11 ", "2011-", "2 March 2011 ", "March ", "“We will reopen,” said Dana Holt. ", "\n“We will reopen,” said Dana Holt.", "\n", "\n\na", "\na b c d e f g h", "Dana Holt told Reuters that Dana Holt told AFP that ", "he ", "He said. ", "X said: \"", "not ", "denied ", "PARIS (Reuters) - ", "By John Smith\n", "© 2018 Reuters\n", "http://a.b ", "a@b.c ", "<b>", "<div><p>x</p>", "<p>said Mr. Smith.</p>", "&amp;", "half of ", "two out of ", "third of ", "first three days of ", "between ", "more than ", "million ", "$", "$5 million ", "'s ", "'", "…", "Agency ", "United Nations ", "UN ", "U.N. ", "the UN, ", "as he said, ", "would be held on Friday ", "planned ", "was cancelled on Friday, ", "exploded on Monday and exploded on Monday and ",
	}
	for _, u := range units {
		var last time.Duration
		line := fmt.Sprintf("%-28.28q", u)
		bad := false
		for _, n := range []int{1000, 4000} {
			b := []byte(strings.Repeat(u, n))
			var rs []*read.Reading
			start := cpu()
			for i := range 2 {
				form := gather.Flat
				if strings.HasPrefix(u, "<") {
					form = gather.HTML
				}
				rs = append(rs, hearsay.Read(gather.Page{ID: fmt.Sprint("p", i), Bytes: b, Form: form}))
			}
			d1 := cpu() - start
			start = cpu()
			f := hearsay.Compare(rs)
			d2 := cpu() - start
			line += fmt.Sprintf(" | %6d %6d", d1.Milliseconds(), d2.Milliseconds())
			if len(f.Faults) > 0 {
				line += fmt.Sprint(" FAULT ", f.Faults[0].Room, f.Faults[0].Detail)
			}
			d := d1 + d2
			if last > 100*time.Millisecond && float64(d) > 6*float64(last) || d > 4*time.Second {
				bad = true
			}
			last = d
			if d > 8*time.Second {
				break
			}
		}
		if bad {
			line = "BAD " + line
		}
		fmt.Println(line)
	}
}

func cpu() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano())
}
