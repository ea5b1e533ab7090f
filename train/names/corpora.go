// Package names trains the name finder of read/names.
//
//	Ilse B-PER  Marrow I-PER  left O  Sel B-LOC   →   a sparse table of small integer weights that labels words B, I, L, U or O
//
// It reads the openly licensed sets below the data folder, each with labels of its own, and maps them to PER ORG LOC NORP MISC. The rules of
// read/names tell states from other places and events from works.
package names

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// Document is one annotated text.
type Document struct {
	Set       string
	ID        string
	Text      text.Text
	Blocks    []page.Block
	Sentences []syntax.Sentence
	Gold      []Gold
	NoMisc    bool // the set leaves names other than PER, ORG and LOC unmarked
}

// Gold is one annotated name. Also holds a second type that the annotators gave to the same place ("Russia" as a place and as a body).
type Gold struct {
	text.Span
	Type string
	Also string
}

// Sets are the names of the sets that Load knows.
var Sets = []string{"wikigold", "wnut17", "uner-ewt-dev", "crossner-politics-train", "crossner-politics-dev", "re3d", "gum-train", "gum-dev"}

// Load reads one set below the folder that holds "language".
func Load(data, set string) ([]Document, error) {
	dir := filepath.Join(data, "language")
	names := filepath.Join(dir, "names")
	switch set {
	case "wikigold":
		return columns(set, filepath.Join(names, "wikigold", "test.conllu"), 1, 2)
	case "wnut17":
		return columns(set, filepath.Join(names, "wnut17-train.conll"), 0, 1)
	case "uner-ewt-dev":
		return columns(set, filepath.Join(names, "uner-ewt-dev.iob2"), 1, 2)
	case "crossner-politics-train":
		return columns(set, filepath.Join(names, "crossner-politics", "train.txt"), 0, 1)
	case "crossner-politics-dev":
		return columns(set, filepath.Join(names, "crossner-politics", "dev.txt"), 0, 1)
	case "re3d":
		return re3d(filepath.Join(names, "re3d"))
	case "gum-train":
		return gum(set, filepath.Join(dir, "ud-gum", "train.conllu"))
	case "gum-dev":
		return gum(set, filepath.Join(dir, "ud-gum", "dev.conllu"))
	}
	return nil, fmt.Errorf("no set is called %q", set)
}

// LoadAll reads every set.
func LoadAll(data string) ([]Document, error) {
	var docs []Document
	for _, set := range Sets {
		found, err := Load(data, set)
		if err != nil {
			return nil, err
		}
		docs = append(docs, found...)
	}
	return docs, nil
}

// Only are the documents of one set, Without all others.
func Only(docs []Document, set string) []Document {
	return slices.DeleteFunc(slices.Clone(docs), func(d Document) bool { return d.Set != set })
}

// Without are the documents of all sets but one.
func Without(docs []Document, set string) []Document {
	return slices.DeleteFunc(slices.Clone(docs), func(d Document) bool { return d.Set == set })
}

// coarse maps the labels of the sets.
var coarse = map[string]string{
	"PER": "PER", "person": "PER", "politician": "PER",
	"ORG": "ORG", "corporation": "ORG", "group": "ORG", "organisation": "ORG", "politicalparty": "ORG", "organization": "ORG",
	"LOC": "LOC", "location": "LOC", "country": "LOC", "place": "LOC",
	"MISC": "MISC", "misc": "MISC", "creative-work": "MISC", "product": "MISC", "election": "MISC", "event": "MISC", "object": "MISC", "abstract": "MISC",
}

// columns reads a set with one word a line and its label in a column.
func columns(set, file string, wordAt, labelAt int) ([]Document, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []Document
	var b builder
	flush := func() {
		b.endSentence()
		if len(b.sentences) > 0 {
			docs = append(docs, b.document(set, fmt.Sprintf("%s-%d", set, len(docs)+1), set == "uner-ewt-dev"))
		}
		b = builder{}
	}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := lines.Text()
		if strings.HasPrefix(line, "# newdoc") {
			flush()
			continue
		}
		if strings.HasPrefix(line, "# ") && set == "uner-ewt-dev" {
			continue
		}
		if strings.TrimSpace(line) == "" {
			b.endSentence()
			if set != "uner-ewt-dev" && len(b.sentences) >= 25 { // sets without document ends: pieces of a page's size
				flush()
			}
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) <= labelAt {
			continue
		}
		label := cells[labelAt]
		kind := ""
		if len(label) > 2 {
			kind = coarse[label[2:]]
		}
		b.word(cells[wordAt], label[0], kind)
	}
	flush()
	return docs, lines.Err()
}

// builder gathers words into a document whose text is the words joined by spaces.
type builder struct {
	sentences [][]string
	current   []string
	text      strings.Builder
	gold      []Gold
	open      bool
}

func (b *builder) word(form string, tag byte, kind string) {
	form = strings.ReplaceAll(strings.TrimSpace(form), " ", " ")
	if form == "" {
		form = "_"
	}
	if len(b.current) > 0 {
		b.text.WriteByte(' ')
	}
	start := b.text.Len()
	b.text.WriteString(form)
	b.current = append(b.current, form)
	switch {
	case tag == 'O' || kind == "":
		b.open = false
	case tag == 'B' || !b.open || b.gold[len(b.gold)-1].Type != kind:
		b.gold = append(b.gold, Gold{Span: text.Span{Start: start, End: b.text.Len()}, Type: kind})
		b.open = true
	default:
		b.gold[len(b.gold)-1].End = b.text.Len()
	}
}

func (b *builder) endSentence() {
	if len(b.current) == 0 {
		return
	}
	b.text.WriteByte('\n')
	b.sentences = append(b.sentences, b.current)
	b.current, b.open = nil, false
}

func (b *builder) document(set, id string, noMisc bool) Document {
	t := text.Text(b.text.String())
	return Document{Set: set, ID: id, Text: t, Blocks: lines(t), Sentences: syntax.Given(en.Language, t, b.sentences), Gold: b.gold, NoMisc: noMisc}
}

// lines makes every line of a text a block of body.
func lines(t text.Text) []page.Block {
	var blocks []page.Block
	for _, line := range t.Lines() {
		if span := t.Trim(line); !span.Empty() {
			blocks = append(blocks, page.Block{Span: span, Role: page.Body})
		}
	}
	return blocks
}
