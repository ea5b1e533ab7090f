package web

import (
	"encoding/json"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// parameter is one thing that an address can say. An empty one says nothing, as forms send it.
type parameter struct {
	name, about string
	schema      map[string]any
	required    bool
}

func orNothing(schema map[string]any) map[string]any {
	return map[string]any{"anyOf": []any{schema, map[string]any{"const": ""}}}
}

func words(name, about string) parameter {
	return parameter{name: name, about: about, schema: map[string]any{"type": "string"}}
}

func oneOf(name, about string, values ...string) parameter {
	return parameter{name: name, about: about, schema: map[string]any{"type": "string", "enum": append([]string{""}, values...)}}
}

func dayParameter(name, about string) parameter {
	return parameter{name: name, about: about + ": 2023-03-21, 2023-03 or 2023", schema: map[string]any{"type": "string", "pattern": `^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$`}}
}

// barParameters are those of the filter bar, which every list takes.
var barParameters = []parameter{
	dayParameter("since", "pages that may have come out on this day or later; on the timeline, events"), dayParameter("until", "the same, or earlier"),
	words("outlet", "only pages of this outlet: its id, its name or a part of it"), words("voice", "only what this voice said or passed on: id or name"),
	words("story", "only the pages of this story: its id"),
	{name: "min", about: "only rows of this confidence or more; 0.9 by default", schema: orNothing(map[string]any{"type": "number", "minimum": 0, "maximum": 1})},
	oneOf("all", "1: thoughts and attitudes too", "0", "1"), dayParameter("new_since", "only pages that were added on this day or later"),
}

// pageParameters cut a window out of a list.
var pageParameters = []parameter{
	{name: "from", about: "rows to pass over", schema: orNothing(map[string]any{"type": "integer", "minimum": 0, "maximum": 1 << 30, "default": 0})},
	{name: "n", about: "rows at most", schema: orNothing(map[string]any{"type": "integer", "minimum": 1, "maximum": mostRows, "default": usualRows})},
}

// operation is one address that answers JSON.
type operation struct {
	path, about string
	data        any // what is answered
	paged       bool
	own         []parameter
}

// operations are the addresses that answer JSON, as the handlers make them.
var operations = []operation{
	{"/index.json", "What the record is about: counts, key events, strongest disagreements, who speaks.", briefData{}, false, nil},
	{"/disagreements.json", "What the accounts can't all be right about, and shifts of wording.", disagreementsData{}, true, []parameter{oneOf("kind", "kind of disagreement or part that differs", parting...)}},
	{"/voices.json", "People and bodies, those who speak most first.", voicesData{}, true, []parameter{oneOf("type", "", types...), words("q", "part of a name")}},
	{"/timeline.json", "Events by time.", timelineData{}, true, []parameter{oneOf("status", "", statuses...), oneOf("background", "0: without what is told of only to recall it", "0", "1"), oneOf("sort", "", "time", "weight"), words("q", "words of the entry")}},
	{"/sources.json", "Outlets, pages and originals.", sourcesData{}, true, nil},
	{"/statements.json", "What was said: one row an utterance.", statementsData{}, true, []parameter{oneOf("stance", "", stances...), oneOf("kind", "", kinds...), words("q", "words of what was said"),
		words("speaker", "id of the speaker, or none"), words("entity", "id of any voice of the chain"), words("page", "id of a page that carries it")}},
	{"/figures.json", "One quantity a row, with who gives what.", figuresData{}, true, []parameter{oneOf("verdict", "", verdicts...), words("q", "words of what is counted")}},
	{"/copies.json", "Passages that stand in several places.", copiesData{}, true, []parameter{oneOf("kind", "", copying...)}},
	{"/terms.json", "What each outlet calls the same thing.", termsData{}, true, nil},
	{"/search.json", "Lines that hold words, with rows that do.", searchData{}, true, []parameter{words("q", "the words; in quotation marks a phrase")}},
	{"/compare.json", "Two pages side by side; empty without both.", comparedData{}, false, []parameter{words("a", "id of a page"), words("b", "id of another")}},
	{"/statements/{id}.json", "One statement with every account and why it stands here.", statementData{}, false, nil},
	{"/figures/{id}.json", "One figure with every entry.", figureData{}, false, nil},
	{"/timeline/{id}.json", "One entry of the timeline.", entryData{}, false, nil},
	{"/voices/{id}.json", "One person or body: spellings, titles, statements, who contradicts.", voiceData{}, true, nil},
	{"/outlets/{id}.json", "One outlet: what it carries, what only it carries, what it leaves out.", view.OutletPage{}, false, nil},
	{"/copies/{id}.json", "One copied passage.", copyData{}, false, nil},
	{"/pages/{id}.json", "One page: text by line with its rows; from counts bytes of the text.", readerData{}, true, nil},
	{"/why/{id}.json", "Why a row stands in the record: the id of any row or page.", view.Why{}, false, nil},
}

// problem is an error as RFC 9457 has it.
type problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
	Hint   string `json:"hint"`
}

// writeProblem answers a program's wrong question.
func writeProblem(w http.ResponseWriter, status int, detail, hint string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	_ = out.Encode(problem{"about:blank", http.StatusText(status), status, detail, hint}) // an error here is the reader's going away
}

// forPrograms says whether an address is one that programs ask.
func forPrograms(path string) bool {
	return strings.HasSuffix(path, ".json") || strings.HasSuffix(path, ".csv")
}

// openAPI describes the addresses that answer JSON, from the types that they are made of.
func openAPI(version string) []byte {
	s := &schemas{made: map[string]any{}}
	refusals := map[string]any{}
	for status, about := range map[int]string{http.StatusBadRequest: "a value that can't be: detail says which, hint what could", http.StatusNotFound: "no such row: hint says what lists them",
		http.StatusMethodNotAllowed: "only GET and HEAD", http.StatusRequestURITooLong: "the query is longer than 8,192 bytes",
		http.StatusMisdirectedRequest: "addressed to another machine's name", http.StatusInternalServerError: "a fault of ours; the record is untouched"} {
		refusals[strconv.Itoa(status)] = map[string]any{"description": about, "content": map[string]any{"application/problem+json": map[string]any{"schema": s.of(reflect.TypeFor[problem]())}}}
	}
	paths := map[string]any{}
	for _, o := range operations {
		responses := map[string]any{
			"200": map[string]any{"description": o.about, "headers": map[string]any{"ETag": map[string]any{"description": "of these bytes", "schema": map[string]any{"type": "string"}}},
				"content": map[string]any{"application/json": map[string]any{"schema": s.of(reflect.TypeOf(o.data))}}},
			"304": map[string]any{"description": "nothing has changed since the answer with the ETag of If-None-Match"},
		}
		for status, answer := range refusals {
			responses[status] = answer
		}
		name := strings.NewReplacer("/", " ", ".json", "", "{id}", "one").Replace(o.path)
		paths[o.path] = map[string]any{"get": map[string]any{"operationId": strings.ReplaceAll(strings.TrimSpace(name), " ", "-"), "summary": o.about, "parameters": parametersOf(o), "responses": responses}}
	}
	out, err := json.MarshalIndent(map[string]any{
		"openapi": "3.1.0",
		"info": map[string]any{"title": "Hearsay: a record", "version": version,
			"description": "Reading only, on this machine only. Places are half-open and count Unicode code points of a page's text. Lists are cut into windows: total is how many rows there are, next the address of those that follow. Every answer has an ETag.",
			"license":     map[string]any{"name": "Apache-2.0", "identifier": "Apache-2.0"}},
		"servers":    []any{map[string]any{"url": "/"}},
		"paths":      paths,
		"components": map[string]any{"schemas": s.made},
	}, "", " ")
	if err != nil {
		panic(err) // it is made of maps, strings and numbers
	}
	return out
}

func parametersOf(o operation) []any {
	var list []parameter
	if strings.Contains(o.path, "{id}") {
		list = append(list, parameter{name: "id", about: "id of the row", schema: map[string]any{"type": "string", "minLength": 1}, required: true})
	}
	list = append(append(list, o.own...), barParameters...)
	if o.paged {
		list = append(list, pageParameters...)
	}
	out := make([]any, len(list))
	for i, p := range list {
		in := "query"
		if p.required {
			in = "path"
		}
		one := map[string]any{"name": p.name, "in": in, "schema": p.schema, "required": p.required}
		if p.about != "" {
			one["description"] = p.about
		}
		out[i] = one
	}
	return out
}

// schemas turns Go types into JSON Schema; the rows of package view are named and stand once.
type schemas struct{ made map[string]any }

func (s *schemas) of(t reflect.Type) map[string]any {
	switch t.Kind() {
	case reflect.Pointer:
		return map[string]any{"anyOf": []any{s.of(t.Elem()), map[string]any{"type": "null"}}}
	case reflect.Slice, reflect.Array:
		return map[string]any{"type": "array", "items": s.of(t.Elem())}
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": s.of(t.Elem())}
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Float32, reflect.Float64:
		return map[string]any{"type": "number"}
	case reflect.Struct:
		return s.object(t)
	case reflect.Interface:
		return map[string]any{}
	}
	return map[string]any{"type": "integer"}
}

func (s *schemas) object(t reflect.Type) map[string]any {
	name := strings.ToUpper(t.Name()[:1]) + t.Name()[1:]
	ref := map[string]any{"$ref": "#/components/schemas/" + name}
	if _, ok := s.made[name]; ok {
		return ref
	}
	properties, required := map[string]any{}, []string{}
	made := map[string]any{"type": "object", "properties": properties}
	s.made[name] = made // before its fields: a type may hold itself
	s.fields(t, properties, &required, false)
	made["required"] = required
	return ref
}

// fields adds what a struct writes; what it embeds stands as if it were its own.
func (s *schemas) fields(t reflect.Type, properties map[string]any, required *[]string, optional bool) {
	for i := range t.NumField() {
		f := t.Field(i)
		tag, more, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case tag == "-":
		case f.Anonymous && tag == "":
			inner, maybe := f.Type, optional
			if inner.Kind() == reflect.Pointer {
				inner, maybe = inner.Elem(), true
			}
			s.fields(inner, properties, required, maybe)
		case !f.IsExported():
		default:
			if tag == "" {
				tag = f.Name
			}
			if _, outer := properties[tag]; !outer {
				properties[tag] = s.of(f.Type)
				if !optional && !strings.Contains(more, "omitempty") {
					*required = append(*required, tag)
				}
			}
		}
	}
}
