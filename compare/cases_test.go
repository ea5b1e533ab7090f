package compare_test

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/cases"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/text"
)

// A case names the lists to show, then gives pages: "@ id", then what is known from outside (outlet=…; published=…; page), then the text.
// Without "page" every line is body.
func TestCases(t *testing.T) {
	cases.Run(t, func(t *testing.T, input string) string {
		parts := strings.Split("\n"+input, "\n@ ")
		var readings []*read.Reading
		for _, part := range parts[1:] {
			head, body, _ := strings.Cut(part, "\n")
			id, given, _ := strings.Cut(head, " ")
			page := gather.Page{ID: id, Bytes: []byte(body), Form: gather.Article, Charset: "utf-8"}
			for _, g := range strings.Split(given, ";") {
				name, value, _ := strings.Cut(strings.TrimSpace(g), "=")
				switch name {
				case "outlet":
					page.Given.Outlet = value
				case "published":
					page.Given.Published = value
				case "page":
					page.Form = gather.Flat
				case "":
				default:
					t.Fatalf("page %s: unknown field %q", id, name)
				}
			}
			readings = append(readings, read.Read(en.Language, page))
		}
		return show(readings, compare.Compare(en.Language, readings), strings.Fields(parts[0]))
	})
}

// show writes the rows of some lists, one a line, sorted.
func show(readings []*read.Reading, f *compare.Findings, lists []string) string {
	texts, name := map[string]text.Text{}, map[string]string{}
	for _, r := range readings {
		texts[r.ID] = r.Page.Text
	}
	for _, e := range f.Entities {
		name[e.ID] = e.Name
	}
	words := func(p text.Place) string { return strings.Join(strings.Fields(texts[p.Page].At(p.Span)), " ") }
	var out []string
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	for _, list := range lists {
		switch list {
		case "pages":
			for _, p := range f.Pages {
				add("page %s | %s | %s | %s", p.ID, name[p.Outlet], p.Published.Interval, p.Published.Basis)
			}
		case "roles":
			for _, o := range f.Overlays {
				for _, r := range o.Roles {
					for _, reading := range readings {
						if reading.ID == o.Page {
							add("role %s | %s | %s", o.Page, r.Role, words(text.Place{Page: o.Page, Span: reading.Page.Blocks[r.Block].Span}))
						}
					}
				}
			}
		case "compared":
			add("compared %d statements, %d figures, %d events", f.Compared.Statements, f.Compared.Figures, f.Compared.Events)
		case "whys":
			for _, r := range f.Relations {
				add("why %s %s | %s", r.Kind, r.Part, r.Why)
			}
		case "stories":
			for _, s := range f.Stories {
				add("story %s", strings.Join(s.Pages, " "))
			}
		case "copies":
			for _, c := range f.Copies {
				var at []string
				for _, s := range c.Spans {
					at = append(at, s.Page+" “"+ends(words(s))+"”")
				}
				add("copy %s | %s | %s", c.Kind, c.Origin, strings.Join(at, "; "))
			}
		case "origins":
			for _, o := range f.Origins {
				add("origin %s", strings.Join(o.Pages, " "))
			}
		case "entities":
			for _, e := range f.Entities {
				if strings.TrimSpace(e.Name) == "" {
					add("entity %s without a name", e.ID)
				}
				var forms []string
				for _, v := range e.Variants {
					forms = append(forms, v.Text)
				}
				if len(forms) > 1 {
					add("entity %s | %s", e.Type, strings.Join(forms, ", "))
				}
			}
		case "statements":
			for _, s := range f.Statements {
				var at []string
				for _, a := range s.Accounts {
					mark := ""
					if a.First {
						mark = "*"
					}
					at = append(at, a.Page+mark)
				}
				add("statement %s | %s | %s | %s", name[s.Speaker], s.Stance, s.Relation, strings.Join(at, " "))
			}
		case "figures":
			for _, x := range f.Figures {
				var at []string
				for _, e := range x.Entries {
					row := e.Page + " " + words(e.Place)
					if x.Unit == "percent" {
						row += fmt.Sprintf(" (%.3g)", e.Low.Value)
					}
					if e.AsOf.Earliest.Known {
						row += " as of " + e.AsOf.String()
					}
					at = append(at, row)
				}
				add("figure %s | %s | %s | %s", x.Counts, x.Unit, x.Verdict, strings.Join(at, "; "))
			}
		case "timeline":
			for _, x := range f.Timeline {
				becomes := ""
				for _, y := range f.Timeline {
					if y.ID == x.Becomes {
						becomes = " → " + y.When.String()
					}
				}
				var kinds []string
				for _, c := range x.Conflicts {
					kinds = append(kinds, c.Kind)
				}
				add("event %s | %s%s | %s | %d accounts, %d origins | %s", x.When, x.Status, becomes, x.Title, len(x.Supports), x.Origins, strings.Join(kinds, " "))
			}
		case "weights":
			for _, x := range f.Timeline {
				add("weight %.2f %v | %s", x.Weight, x.Background, x.Title)
			}
		case "terms":
			for _, x := range f.Terms {
				var at []string
				for _, u := range x.Uses {
					at = append(at, u.Outlet+": "+u.Term)
				}
				add("term %s%s | %s", name[x.Entity], x.Concept, strings.Join(at, "; "))
			}
		case "relations":
			for _, x := range f.Relations {
				var at []string
				for _, s := range x.Items {
					at = append(at, s.Page+" “"+ends(words(s))+"”")
				}
				add("relation %s | %s | %s", strings.TrimSpace(x.Kind+" "+x.Part), x.List, strings.Join(at, "; "))
			}
		default:
			add("no list %q", list)
		}
	}
	sort.Strings(out)
	return strings.Join(out, "\n")
}

// ends shortens a passage to its first and last words.
func ends(s string) string {
	w := strings.Fields(s)
	if len(w) <= 8 {
		return s
	}
	return strings.Join(w[:4], " ") + " … " + strings.Join(w[len(w)-3:], " ")
}
