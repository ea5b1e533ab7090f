// Package mcp answers questions about a record over the Model Context Protocol, so that a program that talks can look things up in the pages
// instead of remembering them.
//
//	search_statements {"voice": "marrow", "stance": "deny"}
//	→ {"total": 1, "statements": [{"id": "s7k…", "speaker": "Ilse Marrow", "words": "“There was no fire,”", "chain": "Radio Nord → Ilse Marrow",
//	   "confidence": 0.97, "accounts": [{"page": "nord-3", "start": 120, "end": 141, "outlet": "Radio Nord", "published": "18 July 2021", …}]}]}
//
// Answers hold rows of the record and nothing else: every one with its words, their place, and the page's outlet and date. That nothing was found
// is an answer too, and says what there is. Nothing can be changed, and no answer grows past what its bounds allow.
package mcp

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/hearsay-news/hearsay/show/view"
)

// Options are what the server needs beside the record.
type Options struct {
	Version string
	Record  func(ctx context.Context) (*view.Record, error) // the record as it is now
}

const instructions = `This server holds a record of news pages about a story: who said what, when, according to whom, and where the accounts differ.
Every row leads to a place (page, start, end, counted in code points) and the words there. A statement row says that a page attributes words to somebody: not that they
were said, or that they are true. A chain runs from the page's outlet to the voice first heard. Confidence is the share of such rows that readers found right.
Quote the words as they stand, and name page, outlet and date. When a tool answers that nothing was found, the record holds nothing about it: say so.`

// New returns the server.
func New(o Options) *sdk.Server {
	s := sdk.NewServer(&sdk.Implementation{Name: "hearsay", Title: "Hearsay", Version: o.Version},
		&sdk.ServerOptions{Instructions: instructions, Capabilities: &sdk.ServerCapabilities{}})
	d := &desk{Options: o}
	tool(s, d, "search_statements", "Find what was said: by words, voice, outlet, stance, page or day. Rows of one utterance with every page that carries it.", searchStatements)
	tool(s, d, "statement", "One statement by its id, with every account of it: which page carries which words, through whom.", statement)
	tool(s, d, "disagreements", "What the accounts can't all be right about: figures, days, denials, contrary statements, with the passages of each side.", disagreements)
	tool(s, d, "compare_pages", "Lay two pages side by side: what both tell, in what they differ, what was copied, what only one of them has.", comparePages)
	tool(s, d, "timeline", "What happened, is planned, called off or only claimed, in order of time, with the places that tell it.", timeline)
	tool(s, d, "figures", "How many, how much: one quantity a row, with who gives which number, as of when, and whether they agree.", figures)
	tool(s, d, "voice", "A person or body by name or id: spellings, titles, and what they said.", voice)
	tool(s, d, "page", "A page by its id: title, outlet, day, text. With words instead of an id: the lines of all pages that hold them. With neither: the list of pages.", page)
	tool(s, d, "date", "When a page was published, as an interval, with what speaks for it and what was rejected.", date)
	tool(s, d, "why", "Why a row stands in the record: rule, confidence, and the passages it rests on. Takes the id of any row or page.", why)
	return s
}

// desk answers the tools.
type desk struct {
	Options
	mu    sync.Mutex
	last  *view.Record // that the kept part was cut from
	asked view.Choice
	part  *view.Record
}

// tool adds a tool. What is asked wrongly is told to the caller as the tool's error, with the values that would be right.
func tool[In, Out any](s *sdk.Server, d *desk, name, about string, answer func(d *desk, r *view.Record, in In) (Out, error)) {
	reads := true
	closed := false
	sdk.AddTool(s, &sdk.Tool{Name: name, Description: about, Annotations: &sdk.ToolAnnotations{ReadOnlyHint: reads, IdempotentHint: true, OpenWorldHint: &closed}},
		func(ctx context.Context, _ *sdk.CallToolRequest, in In) (*sdk.CallToolResult, Out, error) {
			var none Out
			r, err := d.Record(ctx)
			if err != nil {
				return nil, none, err
			}
			out, err := answer(d, r, in)
			if wrong := (*view.Wrong)(nil); errors.As(err, &wrong) {
				err = fmt.Errorf("%s; %s", wrong.What, wrong.Hint)
			}
			return nil, out, err
		})
}

// narrowed is the part of the record that outlet and days leave. The last one is kept: questions come in rows.
func (d *desk) narrowed(r *view.Record, c view.Choice) (*view.Record, error) {
	if c.Empty() {
		return r, nil
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.last == r && d.asked.Outlet == c.Outlet && d.asked.Since == c.Since && d.asked.Until == c.Until {
		return d.part, nil
	}
	part, _, err := view.Narrow(r, c)
	if err != nil {
		return nil, err
	}
	d.last, d.asked, d.part = r, c, part
	return part, nil
}

// Handler answers over HTTP. It must stand behind Local.
func Handler(s *sdk.Server) http.Handler {
	return sdk.NewStreamableHTTPHandler(func(*http.Request) *sdk.Server { return s }, &sdk.StreamableHTTPOptions{Stateless: true, JSONResponse: true, MaxRequestBodyBytes: 1 << 20,
		SessionTimeout: 10 * time.Minute})
}
