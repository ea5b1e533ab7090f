//go:build !unix

package server

import "os/exec"

func lower(*exec.Cmd) error { return nil }
