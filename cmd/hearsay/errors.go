package main

import "fmt"

// hinted is an error with a line that says what to do about it.
type hinted struct {
	err  error
	hint string
}

func (h hinted) Error() string { return fmt.Sprintf("%v\n  %s", h.err, h.hint) }
func (h hinted) Unwrap() error { return h.err }

// wrong is an error in how the program was called: exit code 2.
type wrong struct{ error }

func (w wrong) Unwrap() error { return w.error }

func usage(err error) error { return wrong{err} }

func notThere(path string) error {
	return usage(hinted{fmt.Errorf("%s is not there", path), "give files or folders that exist"})
}
