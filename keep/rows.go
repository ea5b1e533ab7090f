package keep

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
)

// List names a list of findings. Its numbers are kept: none is ever given to another list.
type List int

// The lists.
const (
	Overlays   List = 1
	PagesFound List = 2
	Stories    List = 3
	Entities   List = 4
	Statements List = 5
	Figures    List = 6
	Timeline   List = 7
	Copies     List = 8
	Relations  List = 9
	Terms      List = 10
	Origins    List = 11
	Faults     List = 12
	Compared   List = 13
	Conflicts  List = 14 // as views show them
	PageRows   List = 15 // pages as they are listed
	Mentions   List = 16 // of entities that have many
	MendsMet   List = 17 // what a person put right, as comparing met it
	Singles    List = 18 // entities that one page alone names and that say nothing, a row a page
	Prints     List = 19 // of stories, by which those are known in which nothing changed
	Aliases    List = 20 // ids that rows had
	LastList        = Aliases
)

// Row is one row of a list with what views choose and order by. The rows of a list come in the order in which they are shown.
type Row struct {
	List   List
	ID     string
	Value  any // a pointer to what is kept
	Kind   string
	Sub    string
	Sure   float64
	Speech bool
	Who    string
	Size   int
	Voices []string // of a statement
	Pages  []string // with places of it
	Words  string   // by which it can be found
	Holds  []string // ids of the rows that are kept within it
}

// Query chooses rows of one list. What is empty chooses everything.
type Query struct {
	List    List
	Kind    string
	Sub     string
	Kinds   []string
	Min     float64
	Speech  bool   // speech only
	Who     string // Nobody for rows without one
	Voice   string // id of a voice
	Called  string // words of a name of one of the voices, or by which the row itself can be found
	Outlet  string // id of the outlet of one of the pages
	Page    string
	Words   string // on a page with these in a line, of which the last may only have begun
	Least   int    // size
	From, N int    // the window; N 0: all
}

// Nobody asks for rows whose Who is empty.
const Nobody = "none"

// Found is the answer to a query.
type Found struct {
	IDs   []string // of the window, in order
	Total int      // rows that the query chooses without Min and Speech
	Shown int      // and with them
}

// WriteRow writes the value of a row.
func WriteRow(r *Row) (Written, error) { return write(fmt.Sprint("row ", r.ID), r.Value) }

// singles are the entities that are kept with the only page that names them: most of a record's, and hardly ever asked for one by one.
type singles struct{ Entities []compare.Entity }

// SinglesRow keeps entities with the page that names them.
func SinglesRow(page string, entities []compare.Entity) Row {
	r := Row{List: Singles, ID: page, Value: &singles{entities}}
	for i := range entities {
		r.Holds = append(r.Holds, entities[i].ID)
	}
	return r
}

// ReadRow adds a kept row to a part of the findings; rows of lists that are not findings are read by ReadValue.
func ReadRow(list List, w Written, into *compare.Findings) error {
	switch list {
	case Overlays:
		return add(w, &into.Overlays)
	case PagesFound:
		return add(w, &into.Pages)
	case Stories:
		return add(w, &into.Stories)
	case Entities:
		return add(w, &into.Entities)
	case Mentions:
		return addMentions(w, into)
	case Singles:
		s := &singles{}
		if err := w.read("entities of a page", &s); err != nil {
			return err
		}
		into.Entities = append(into.Entities, s.Entities...)
		return nil
	case Statements:
		return add(w, &into.Statements)
	case Figures:
		return add(w, &into.Figures)
	case Timeline:
		return add(w, &into.Timeline)
	case Copies:
		return add(w, &into.Copies)
	case Relations:
		return add(w, &into.Relations)
	case Terms:
		return add(w, &into.Terms)
	case Origins:
		return add(w, &into.Origins)
	case Faults:
		return add(w, &into.Faults)
	case MendsMet:
		return add(w, &into.Mends)
	case Prints:
		return add(w, &into.Prints)
	case Aliases:
		return add(w, &into.Aliases)
	case Compared:
		c := &into.Compared
		return w.read("compared", &c)
	}
	return fmt.Errorf("%w: no list %d", ErrDamaged, list)
}

// few mentions are kept with their entity, more beside it: who asks for its name does not read where it stands.
const few = 4

// manyMentions are the mentions of an entity that has many.
type manyMentions struct {
	Entity   string
	Mentions []compare.Mention
}

// EntityRows makes the row of an entity, and a second one of its mentions where they are many.
func EntityRows(r Row, e *compare.Entity) []Row {
	if len(e.Mentions) <= few {
		r.Value = e
		return []Row{r}
	}
	name := *e
	name.Mentions = nil
	r.Value = &name
	return []Row{r, {List: Mentions, ID: e.ID, Value: &manyMentions{e.ID, e.Mentions}}}
}

func addMentions(w Written, into *compare.Findings) error {
	m := &manyMentions{}
	if err := w.read("mentions", &m); err != nil {
		return err
	}
	give := func(e *compare.Entity) bool {
		if e.ID == m.Entity {
			e.Mentions = m.Mentions
		}
		return e.ID == m.Entity
	}
	i, _ := slices.BinarySearchFunc(into.Entities, m.Entity, func(e compare.Entity, id string) int { return strings.Compare(e.ID, id) })
	if i < len(into.Entities) && give(&into.Entities[i]) { // as they come when all of them are read
		return nil
	}
	for i := range into.Entities {
		if give(&into.Entities[i]) {
			return nil
		}
	}
	return nil
}

func add[T any](w Written, to *[]T) error {
	var row T
	p := &row
	if err := w.read("a row", &p); err != nil {
		return err
	}
	*to = append(*to, row)
	return nil
}

// ReadValue reads a kept value of a type of the asker's own into what target points at.
func ReadValue(w Written, target any) error {
	p := reflect.New(reflect.TypeOf(target)) // forms are those of pointers
	p.Elem().Set(reflect.ValueOf(target))
	return w.read("a value", p.Interface())
}

// WriteValue writes a value of a type of the asker's own; target is a pointer.
func WriteValue(value any) (Written, error) { return write("a value", value) }
