package statements

import (
	"fmt"
	"hash/fnv"
	"io"
	"strings"

	"github.com/hearsay-news/hearsay/read"
)

// Print is the fingerprint of what a reader judges of a statement: who speaks, through whom, and what is said. A verdict holds as long as it is the same.
func Print(r *read.Reading, n int) string {
	s := &r.Statements[n]
	h := fnv.New32a()
	name := func(e int) {
		if e >= 0 {
			io.WriteString(h, r.Entities[e].Name)
		}
		h.Write([]byte{0})
	}
	name(s.Speaker)
	for _, e := range s.Chain {
		name(e)
	}
	for _, at := range s.Content {
		fmt.Fprint(h, at.Start, "-", at.End, ",")
	}
	return fmt.Sprintf("#%08x", h.Sum32())
}

// Verdicts splits what stands behind the confidence in a line of a judged file: a verdict a reader, and the fingerprint of what was judged, if it is known.
func Verdicts(fields []string) (verdicts []string, print string) {
	for _, f := range fields {
		if strings.HasPrefix(f, "#") {
			print = f
		} else if f != "" {
			verdicts = append(verdicts, f)
		}
	}
	return verdicts, print
}
