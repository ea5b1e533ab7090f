// Command train makes the models that lang/ embeds, from openly licensed data, with fixed seeds.
//
//	go run ./train ends             one model
//	go run ./train -data DIR all    every model, in order
//	go run ./train news             no model: how well such models parse news that they have not seen
//
// Each model's card in lang/en names its data, licence and figures.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/hearsay-news/hearsay/train/names"
	"github.com/hearsay-news/hearsay/train/syntax"
)

// model is one thing to train: it reads data below one folder and writes files below another.
type model struct {
	name  string
	train func(data, out string) error
}

// models are trained in this order, as later ones may read what earlier ones wrote.
var models = []model{
	{"lexicon", syntax.TrainLexicon},
	{"ends", syntax.TrainEnds},
	{"net", syntax.TrainNet},
	{"lemmas", syntax.TrainLemmas},
	{"names", names.Train},
}

// measures are figures that need a training of their own. "all" leaves them out.
var measures = []model{
	{"news", syntax.MeasureNews},
}

func main() {
	data := flag.String("data", filepath.Join(".evaldata", "eval"), "folder that holds the data sets")
	out := flag.String("out", filepath.Join("lang", "en"), "folder of the models")
	flag.Parse()
	chosen := slices.Clone(models)
	if flag.Arg(0) != "all" {
		chosen = slices.DeleteFunc(append(chosen, measures...), func(m model) bool { return m.name != flag.Arg(0) })
	}
	for _, m := range chosen {
		if err := m.train(*data, *out); err != nil {
			fmt.Fprintf(os.Stderr, "train: %s: %v\n", m.name, err)
			os.Exit(1)
		}
	}
}
