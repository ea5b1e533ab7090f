// Command site makes the documentation into plain HTML pages, and holds every link in them.
//
//	go run . -program ./hearsay OUT      → OUT/index.html, OUT/formats.html …
//
// A page is a file of docs/. Three are made: commands from what the program says of itself, accuracy from the pinned floors of eval, and how it works
// from ARCHITECTURE.md. A link to a page, a heading or a file that is not there is an error.
package main

import (
	"bytes"
	_ "embed"
	"flag"
	"fmt"
	"html/template"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

//go:embed page.html
var frame string

func main() {
	program := flag.String("program", "hearsay", "the built program, which is asked for its commands")
	root := flag.String("root", "../..", "the repository")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := build(*root, *program, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "site:", err)
		os.Exit(1)
	}
}

func build(root, program, out string) error {
	pages, err := sources(root, program)
	if err != nil {
		return err
	}
	made, err := render(pages)
	if err != nil {
		return err
	}
	files, err := assets(root)
	if err != nil {
		return err
	}
	if err := check(made, files); err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for name, content := range made {
		if err := os.WriteFile(filepath.Join(out, name), content, 0o644); err != nil {
			return err
		}
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(out, name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// sources are the pages as Markdown, by name: the files of docs/ and those that are made.
func sources(root, program string) (map[string][]byte, error) {
	pages := map[string][]byte{}
	files, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if pages[strings.TrimSuffix(filepath.Base(f), ".md")], err = os.ReadFile(f); err != nil {
			return nil, err
		}
	}
	if pages["commands"], err = commands(program); err != nil {
		return nil, err
	}
	if pages["accuracy"], err = accuracy(filepath.Join(root, "eval", "floors.tsv")); err != nil {
		return nil, err
	}
	how, err := os.ReadFile(filepath.Join(root, "ARCHITECTURE.md"))
	pages["how"] = bytes.Replace(how, []byte("# Architecture"), []byte("# How it works"), 1)
	return pages, err
}

var verb = regexp.MustCompile(`(?m)^  ([a-z]+)(?: |$)`)

// commands lets the program say what it can.
func commands(program string) ([]byte, error) {
	say := func(args ...string) (string, error) {
		c := exec.Command(program, args...)
		c.Env = append(os.Environ(), "COLUMNS=100")
		out, err := c.Output()
		if err != nil {
			return "", fmt.Errorf("%s %s: %w", program, strings.Join(args, " "), err)
		}
		return string(out), nil
	}
	all, err := say("--help")
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	block := func(s string) {
		b.WriteString("\n```text\n" + strings.TrimSpace(s) + "\n```\n")
	}
	b.WriteString("# Commands\n")
	block(all)
	_, list, found := strings.Cut(all, "\nCommands:\n")
	names := verb.FindAllStringSubmatch(list, -1)
	if !found || len(names) < 20 {
		return nil, fmt.Errorf("%s --help lists %d verbs", program, len(names))
	}
	for _, name := range names {
		help, err := say(name[1], "--help")
		if err != nil {
			return nil, err
		}
		own, _, _ := strings.Cut(help, "\nFlags:\n") // the flags of every verb stand once, above
		if _, flags, ok := strings.Cut(help, "\nFlags:\n"); ok {
			_, rest, _ := strings.Cut(flags, "\n\n")
			own += "\n" + rest
		}
		fmt.Fprintf(&b, "\n## %s\n", name[1])
		block(own)
	}
	return b.Bytes(), nil
}

// accuracy is the table that eval holds itself to.
func accuracy(floors string) ([]byte, error) {
	raw, err := os.ReadFile(floors)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteString("# How accurate it is\n\nWhat `go run ./eval` measures on public data and on the project's own marked pages, room by room. A figure that falls below its row fails the tests. " +
		"Those sets were developed on, so expect less elsewhere; the README says what strict readers found on pages that nobody tuned to.\n")
	last := ""
	for _, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		cells := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || len(cells) != 3 {
			continue
		}
		room, set, _ := strings.Cut(cells[0], "/")
		if room != last {
			fmt.Fprintf(&b, "\n## %s\n\n| set | what | figure |\n|---|---|---:|\n", strings.ToUpper(room[:1])+room[1:])
			last = room
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", set, strings.ReplaceAll(cells[1], "|", "\\|"), cells[2])
	}
	if last == "" {
		return nil, fmt.Errorf("%s holds no figures", floors)
	}
	return b.Bytes(), nil
}

var (
	heading = regexp.MustCompile(`(?m)^# (.+)$`)
	toPage  = regexp.MustCompile(`href="([a-z]+)\.md(#[^"]*)?"`)
)

// order is that of the navigation.
var order = []string{"index", "start", "rows", "how", "accuracy", "confidence", "questions", "commands", "serve", "cluster", "scale", "cost", "config", "formats", "mcp", "api", "feeds", "library", "releases"}

func render(pages map[string][]byte) (map[string][]byte, error) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	t := template.Must(template.New("page").Parse(frame))
	type link struct {
		Name, Address string
		Here          bool
	}
	titles := map[string]string{}
	for name, source := range pages {
		title := heading.FindSubmatch(source)
		if title == nil {
			return nil, fmt.Errorf("%s.md has no title", name)
		}
		titles[name] = string(title[1])
		if !slices.Contains(order, name) {
			return nil, fmt.Errorf("%s.md stands nowhere in the navigation", name)
		}
	}
	made := map[string][]byte{}
	for name, source := range pages {
		var body bytes.Buffer
		if err := md.Convert(source, &body); err != nil {
			return nil, fmt.Errorf("%s.md: %w", name, err)
		}
		var nav []link
		for _, n := range order {
			if titles[n] != "" {
				nav = append(nav, link{titles[n], n + ".html", n == name})
			}
		}
		var b bytes.Buffer
		err := t.Execute(&b, map[string]any{"Title": titles[name], "Nav": nav, "Body": template.HTML(toPage.ReplaceAll(body.Bytes(), []byte(`href="$1.html$2"`)))})
		if err != nil {
			return nil, err
		}
		made[name+".html"] = b.Bytes()
	}
	return made, nil
}

// assets are the pictures beside the pages.
func assets(root string) (map[string][]byte, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(filepath.Join(root, "docs")), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && name != "." {
			return errOr(err, fs.SkipDir)
		}
		if ending := path.Ext(name); ending == ".png" || ending == ".svg" {
			files[name], err = os.ReadFile(filepath.Join(root, "docs", name))
		}
		return err
	})
	return files, err
}

func errOr(err, other error) error {
	if err != nil {
		return err
	}
	return other
}

var (
	links = regexp.MustCompile(`(?:href|src)="([^"]+)"`)
	ids   = regexp.MustCompile(`id="([^"]+)"`)
)

// check holds that every link that stays here leads somewhere.
func check(pages, files map[string][]byte) error {
	var wrong []string
	for name, content := range pages {
		for _, m := range links.FindAllSubmatch(content, -1) {
			to := string(m[1])
			if strings.HasPrefix(to, "https://") || strings.HasPrefix(to, "mailto:") {
				continue
			}
			target, anchor, _ := strings.Cut(to, "#")
			if target == "" {
				target = name
			}
			there, ok := pages[target]
			if _, file := files[target]; !ok && !file {
				wrong = append(wrong, fmt.Sprintf("%s: %s leads nowhere", name, to))
			} else if anchor != "" && !slices.ContainsFunc(ids.FindAllSubmatch(there, -1), func(id [][]byte) bool { return string(id[1]) == anchor }) {
				wrong = append(wrong, fmt.Sprintf("%s: %s names no heading", name, to))
			}
		}
	}
	if len(wrong) > 0 {
		slices.Sort(wrong)
		return fmt.Errorf("%d links: %s", len(wrong), strings.Join(wrong, "; "))
	}
	return nil
}
