package syntax

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/train/tensor"
)

// The networks that teach are larger than the one that ships, and see only what people annotated. They differ in nothing but their seeds.
var (
	teacherSeeds = []int64{11, 12}
	teacherSizes = sizes{embed: 128, first: 128, second: 128, moves: 128, labels: 64}
	teacherPlan  = plan{epochs: 14, words: 400, rate: 0.002, drop: drop{0.25, 0.3, 0.3}, memory: 0.05}
	pupilSizes   = sizes{embed: 128, first: 96, second: 96, moves: 128, labels: 64}
	pupilPlan    = plan{epochs: 12, words: 400, rate: 0.002, drop: drop{0.25, 0.3, 0.3}, memory: 0.05}
)

// TrainNet trains the network that tags and parses: first its teachers, then itself on the treebanks and on plain sentences that the teachers annotate.
func TrainNet(data, out string) error {
	if err := tensor.Check(); err != nil {
		return err
	}
	if lexicon, err := os.ReadFile(filepath.Join(out, "syntax", "lexicon.bin")); err != nil || string(lexicon) != en.Language.Syntax.Lexicon {
		return errors.New("the lexicon has changed since this command was built: start it again")
	}
	sentences, err := treebanks(data)
	if err != nil {
		return err
	}
	c, err := newCourse(data, out, sentences)
	if err != nil {
		return err
	}
	var networks []*network
	for _, seed := range teacherSeeds {
		networks = append(networks, c.learn("teacher", teacherSizes, teacherPlan, seed, c.sentences, nil))
	}
	plain, err := plainSentences(data)
	if err != nil {
		return err
	}
	t := newTeachers(networks)
	for i := range plain {
		t.annotate(&plain[i], c.relation["root"])
	}
	n := c.learn("pupil", pupilSizes, pupilPlan, 1, append(c.sentences, plain...), t)
	return write(out, "net.bin", n.export(c.classes, c.relations))
}
