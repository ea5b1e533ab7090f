// Command train makes the models that lang/ embeds, from openly licensed data, with fixed seeds.
//
//	go run ./train ends             one model
//	go run ./train -data DIR all    every model, in order
//
// Each model's card in lang/en names its data, licence and figures.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

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

func main() {
	data := flag.String("data", filepath.Join(".evaldata", "eval"), "folder that holds the data sets")
	out := flag.String("out", filepath.Join("lang", "en"), "folder of the models")
	flag.Parse()
	for _, m := range models {
		if flag.Arg(0) != m.name && flag.Arg(0) != "all" {
			continue
		}
		if err := m.train(*data, *out); err != nil {
			fmt.Fprintf(os.Stderr, "train: %s: %v\n", m.name, err)
			os.Exit(1)
		}
	}
}
