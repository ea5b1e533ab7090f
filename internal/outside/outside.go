// Package outside runs programs of other makers over what Hearsay writes: validators, readers, clients. ./test installs them with the script
// beside this file, in the ignored folder .validators; a test that misses one is skipped and names it.
package outside

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Python returns a command that runs a program of the Python environment: Python(t, "python", "frictionless", …).
func Python(t testing.TB, environment, program string, args ...string) *exec.Cmd {
	t.Helper()
	return exec.Command(need(t, filepath.Join(environment, "bin", program)), args...)
}

// Script returns a command that runs one of the scripts beside this file, .py or .mjs.
func Script(t testing.TB, name string, args ...string) *exec.Cmd {
	t.Helper()
	path := filepath.Join(root(), "internal", "outside", name)
	if strings.HasSuffix(name, ".py") {
		return Python(t, "python", "python", append([]string{path}, args...)...)
	}
	need(t, filepath.Join("node", "node_modules"))
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed; ./test installs it")
	}
	// A module looks for others beside itself, so the script runs from the folder that holds them.
	copied := filepath.Join(Folder(), "node", name)
	script, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if have, _ := os.ReadFile(copied); string(have) != string(script) {
		if err := os.WriteFile(copied, script, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return exec.Command(node, append([]string{copied}, args...)...)
}

// Module is the path of a file of an installed npm package.
func Module(t testing.TB, path string) string {
	t.Helper()
	return need(t, filepath.Join("node", "node_modules", path))
}

// Run runs a command that must succeed, and returns what it wrote.
func Run(t testing.TB, c *exec.Cmd) string {
	t.Helper()
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", strings.Join(c.Args, " "), err, out)
	}
	return string(out)
}

// Folder is where the programs are installed.
func Folder() string { return filepath.Join(root(), ".validators") }

func need(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join(Folder(), name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not installed; ./test installs it", name)
	}
	return path
}

func root() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Dir(filepath.Dir(filepath.Dir(file)))
}
