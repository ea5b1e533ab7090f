package names

import (
	"crypto/sha256"
	"embed"
	"encoding/binary"
	"fmt"

	"github.com/hearsay-news/hearsay/read/names"
)

//go:embed *.go
var code embed.FS

// Fingerprint is another one whenever Learn may make another model of the documents: it takes in this package and all that the learner sees
// of every word, on which the tagger, the tables and the rules have their say.
func Fingerprint(docs []Document) string {
	h := sha256.New()
	files, _ := code.ReadDir(".")
	for _, file := range files {
		b, _ := code.ReadFile(file.Name())
		h.Write(b)
	}
	var seen []byte
	var buf [names.MaxFeatures]uint32
	for i := range docs {
		e := prepare(&docs[i])
		for k, gold := range e.gold {
			seen = binary.LittleEndian.AppendUint32(seen[:0], uint32(gold))
			seen = binary.LittleEndian.AppendUint32(seen, uint32(e.Choice(k)))
			if e.Choice(k) != names.Of(names.Outside) {
				for _, f := range e.Features(k, buf[:0]) {
					seen = binary.LittleEndian.AppendUint32(seen, f)
				}
			}
			h.Write(seen)
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:6])
}
