package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

// completionCommand writes what a shell completes with.
type completionCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

func (completionCommand) Help() string {
	return `Writes a script that lets the shell complete verbs, flags and their values. The packages bring it along.

Example:
  hearsay completion bash > ~/.local/share/bash-completion/completions/hearsay
  hearsay completion zsh > "${fpath[1]}/_hearsay"
  hearsay completion fish > ~/.config/fish/completions/hearsay.fish`
}

func (s *completionCommand) Run(parsed *kong.Context, std streams) error {
	root := parsed.Model.Node
	switch s.Shell {
	case "zsh":
		return zshCompletion(std.out, root)
	case "fish":
		return fishCompletion(std.out, root)
	}
	return bashCompletion(std.out, root)
}

// verbs are the commands that are shown.
func verbs(root *kong.Node) []*kong.Node {
	var out []*kong.Node
	for _, n := range root.Children {
		if !n.Hidden {
			out = append(out, n)
		}
	}
	return out
}

// flagsOf are the flags that a verb takes, its own before those of every verb.
func flagsOf(node *kong.Node) []*kong.Flag {
	var out []*kong.Flag
	for n := node; n != nil; n = n.Parent {
		for _, f := range n.Flags {
			if !f.Hidden {
				out = append(out, f)
			}
		}
	}
	return out
}

// values are what a flag or an argument can be; nil for anything.
func values(v *kong.Value) []string {
	var out []string
	for _, one := range v.EnumSlice() {
		if one = strings.TrimSpace(one); one != "" {
			out = append(out, one)
		}
	}
	return out
}

// argumentValues are the words that a verb's arguments can be.
func argumentValues(node *kong.Node) []string {
	var out []string
	for _, p := range node.Positional {
		if p.Enum != "" {
			out = append(out, values(p)...)
		}
	}
	return out
}

func bashCompletion(w io.Writer, root *kong.Node) error {
	var names []string
	for _, v := range verbs(root) {
		names = append(names, v.Name)
	}
	var b strings.Builder
	b.WriteString("# bash completion for hearsay; made by hearsay completion bash\n_hearsay() {\n")
	b.WriteString("  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb= i\n")
	fmt.Fprintf(&b, "  local verbs=%q\n", strings.Join(names, " "))
	b.WriteString("  for ((i = 1; i < COMP_CWORD; i++)); do\n    [[ \" $verbs \" == *\" ${COMP_WORDS[i]} \"* ]] && { verb=${COMP_WORDS[i]}; break; }\n  done\n  case \"$verb $before\" in\n")
	for _, v := range verbs(root) {
		for _, f := range v.Flags {
			if f.Enum != "" {
				fmt.Fprintf(&b, "    %q) COMPREPLY=($(compgen -W %q -- \"$word\")); return ;;\n", v.Name+" --"+f.Name, strings.Join(values(f.Value), " "))
			}
		}
	}
	b.WriteString("  esac\n  case \"$verb\" in\n")
	write := func(pattern string, node *kong.Node, more []string) {
		var flags []string
		for _, f := range flagsOf(node) {
			flags = append(flags, "--"+f.Name)
		}
		fmt.Fprintf(&b, "    %s) [[ $word == -* ]] && COMPREPLY=($(compgen -W %q -- \"$word\")) || COMPREPLY=($(compgen -W %q -- \"$word\") $(compgen -f -- \"$word\")) ;;\n",
			pattern, strings.Join(flags, " "), strings.Join(more, " "))
	}
	for _, v := range verbs(root) {
		write(v.Name, v, argumentValues(v))
	}
	write("*", root, names)
	b.WriteString("  esac\n}\ncomplete -o filenames -F _hearsay hearsay\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func zshCompletion(w io.Writer, root *kong.Node) error {
	quote := func(s string) string {
		return strings.NewReplacer("'", "'\\''", "[", "\\[", "]", "\\]", ":", "\\:").Replace(s)
	}
	var b strings.Builder
	b.WriteString("#compdef hearsay\n# zsh completion for hearsay; made by hearsay completion zsh\n_hearsay() {\n  local context state line\n  local -a verbs\n  verbs=(\n")
	for _, v := range verbs(root) {
		fmt.Fprintf(&b, "    '%s:%s'\n", v.Name, quote(v.Help))
	}
	flags := func(node *kong.Node) string {
		var out strings.Builder
		for _, f := range flagsOf(node) {
			value := ""
			switch {
			case f.IsBool():
			case f.Enum != "":
				value = ":value:(" + strings.Join(values(f.Value), " ") + ")"
			default:
				value = ":value:_files"
			}
			fmt.Fprintf(&out, " \\\n        '--%s[%s]%s'", f.Name, quote(f.Help), value)
		}
		return out.String()
	}
	fmt.Fprintf(&b, "  )\n  _arguments -C%s \\\n        '1: :->verb' '*:: :->rest'\n  case $state in\n    verb) _describe verb verbs ;;\n    rest) case $words[1] in\n", flags(root))
	for _, v := range verbs(root) {
		rest := "_files"
		if more := argumentValues(v); len(more) > 0 {
			rest = "(" + strings.Join(more, " ") + ")"
		}
		fmt.Fprintf(&b, "      %s) _arguments%s \\\n        '*:argument:%s' ;;\n", v.Name, flags(v), rest)
	}
	b.WriteString("    esac ;;\n  esac\n}\n_hearsay \"$@\"\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func fishCompletion(w io.Writer, root *kong.Node) error {
	quote := func(s string) string { return "'" + strings.NewReplacer("\\", "\\\\", "'", "\\'").Replace(s) + "'" }
	var b strings.Builder
	b.WriteString("# fish completion for hearsay; made by hearsay completion fish\n")
	flag := func(condition string, f *kong.Flag) {
		fmt.Fprintf(&b, "complete -c hearsay%s -l %s", condition, f.Name)
		if f.Short != 0 {
			fmt.Fprintf(&b, " -s %c", f.Short)
		}
		if !f.IsBool() {
			b.WriteString(" -r")
		}
		if f.Enum != "" {
			fmt.Fprintf(&b, " -f -a %s", quote(strings.Join(values(f.Value), " ")))
		}
		fmt.Fprintf(&b, " -d %s\n", quote(f.Help))
	}
	for _, f := range root.Flags {
		if !f.Hidden {
			flag("", f)
		}
	}
	for _, v := range verbs(root) {
		fmt.Fprintf(&b, "complete -c hearsay -n __fish_use_subcommand -f -a %s -d %s\n", v.Name, quote(v.Help))
		on := " -n " + quote("__fish_seen_subcommand_from "+v.Name)
		if more := argumentValues(v); len(more) > 0 {
			fmt.Fprintf(&b, "complete -c hearsay%s -f -a %s\n", on, quote(strings.Join(more, " ")))
		}
		for _, f := range v.Flags {
			if !f.Hidden {
				flag(on, f)
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
