package syntax

import (
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/read/syntax/ends"
	"github.com/hearsay-news/hearsay/train/conllu"
)

// treebanks are the parts that may be trained on. The dev parts are left out, so that figures measured on them are honest.
func treebanks(data string) ([]conllu.Sentence, error) {
	var all []conllu.Sentence
	for _, set := range []string{"ud-ewt", "ud-gum"} {
		sentences, err := conllu.ReadFile(filepath.Join(data, "language", set, "train.conllu"))
		if err != nil {
			return nil, err
		}
		all = append(all, sentences...)
	}
	return all, nil
}

func write(out, name string, model []byte) error {
	return os.WriteFile(filepath.Join(out, "syntax", name), model, 0o644)
}

// TrainEnds trains the two models of the sentence splitter.
func TrainEnds(data, out string) error {
	sentences, err := treebanks(data)
	if err != nil {
		return err
	}
	if err := write(out, "ends.bin", Ends(sentences, 8, 5)); err != nil {
		return err
	}
	return write(out, "ends-net.bin", endsNet(sentences).export(ends.Classes, nil))
}
