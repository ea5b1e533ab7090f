package main

import (
	"errors"
	"io"
	"strings"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read"
)

// sentenceFlags are what the verbs take that read a typed sentence.
type sentenceFlags struct {
	Words []string `arg:"" optional:"" help:"The sentence; without it, text from standard input."`
	At    string   `placeholder:"DATE" help:"The day the sentence was published: the anchor of Monday, last week …"`
}

// read reads the sentence as clean text.
func (s sentenceFlags) read(std streams) (*read.Reading, error) {
	words := strings.Join(s.Words, " ")
	if words == "" {
		typed, err := io.ReadAll(io.LimitReader(std.in, gather.MaxBytes+1))
		if err != nil {
			return nil, err
		}
		words = string(typed)
	}
	r := hearsay.Read(gather.Page{ID: "sentence", Bytes: []byte(words), Form: gather.Article, Charset: "utf-8", Given: gather.Given{Published: s.At}})
	if r.Skip != nil {
		return nil, errors.New("nothing to read: " + r.Skip.Detail)
	}
	if s.At != "" && !r.Article.Published.Known() {
		return nil, wrong{hinted{errors.New("--at " + s.At + " is no date"), "write it as 2019-05-15"}}
	}
	return r, nil
}
