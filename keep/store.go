package keep

import (
	"context"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/text"
)

// Store is where a record is kept. Package conform holds every store to the same answers.
type Store interface {
	// Snapshot looks at the record as the last finished write left it. Whoever writes meanwhile changes nothing of what it shows: all of one answer
	// comes out of one snapshot.
	Snapshot(ctx context.Context) (Snapshot, error)
	// Update runs a write: all of it is kept, or nothing. When it returns nil, the write survives any crash of the program.
	Update(ctx context.Context, write func(Tx) error) error
	Close() error
}

// Snapshot is the record at one moment. It must be closed, and ends with the context it was taken with. It may be asked by several goroutines.
type Snapshot interface {
	Pages() ([]Page, error)                     // every page with its id, sorted by it
	Readings() (map[string]*gather.Skip, error) // keys of all readings, which need not be made again, with the reason for those that are skips
	Reading(Page) (*read.Reading, error)        // nil for a page that has none
	Light(Page) (*read.Reading, error)          // the same as far as comparing asks it of every page: see Depth
	Head(Page) (*read.Reading, error)           // and with text, title, dates and outlet alone
	Original(Page) ([]byte, error)              // the bytes as they were found
	Page(id string) (Page, bool, error)         // as of the last comparing, without its versions
	State() (State, error)                      // of the findings
	Findings() (*compare.Findings, error)       // nil where none are kept

	// Each hands out the rows of a list of findings in the order of their ids, some at a time; entities all at once.
	Each(list List, visit func(*compare.Findings) error) error

	Find(Query) (Found, error)                                     // which rows of a list a query chooses
	Get(ids []string, into *compare.Findings, lists ...List) error // rows by their ids, of any list of findings unless lists are named; what is not there is passed over
	OnPage(page string, lists ...List) ([]string, error)           // ids of the rows with a place on a page, in order of their lists
	Value(list List, id string, target any) (bool, error)          // a row of a list of the views' own
	Answer(name string, target any) (bool, error)                  // what PutFindings kept under a name

	Search(query string, limit int) ([]text.Place, error)
	Known(url string) (Capture, bool, error)
	Captures(visit func(Capture) error) error
	Mends() ([]compare.Mend, error) // what a person put right, in the order of their ids
	Close() error
}

// Tx is one write.
type Tx interface {
	// PutPage keeps a page with its original bytes and, where it was read now, its reading; a reading that is nil is kept already. A page that is
	// there under the same name with the same bytes only takes over what is given and where it was found.
	PutPage(p Page, original []byte, r *read.Reading) error
	// Replace keeps a page's reading in the place of one that may be damaged.
	Replace(p Page, original []byte, r *read.Reading) error
	// RemovePage takes a page out, and its bytes and reading unless another page shares them.
	RemovePage(Page) error
	// PutCapture keeps a fetch beside the page it became. Fetches are never changed.
	PutCapture(Capture) error
	// PutFindings keeps what comparing gave in the place of what is there: only what changed is written.
	PutFindings(Comparison) error
	// PutMend keeps what a person put right; TakeMend takes it back, and says whether it was there.
	PutMend(compare.Mend) error
	TakeMend(id string) (bool, error)
}

// AtOnce is how many rows Each hands out at a time.
const AtOnce = 400

// State says what the kept findings are.
type State struct {
	Made  string // what they were made by; "" where none are kept
	Fresh bool   // no page came, went or was read anew since
	Busy  bool   // somebody is writing to the record

	Elsewhere bool // what is not fresh is others' to compare; until they have, what is kept is shown
}

// Comparison is what comparing the pages of a record gave.
type Comparison struct {
	Made    string // by which program, tables, models and rules
	Anew    bool   // what is there may be damaged: it is written again, however it looks
	Pages   []Page
	Rows    []Row // the rows of a list together, in the order in which they are shown
	Answers map[string]any
}
