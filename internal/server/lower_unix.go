//go:build unix

package server

import (
	"os"
	"os/exec"
	"syscall"
)

// lower lets a program run as an ordinary user where we are root.
func lower(c *exec.Cmd) error {
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // Ctrl-C on the tests is not for the server: it ends with us
	if os.Geteuid() != 0 {
		return nil
	}
	uid, gid, err := unprivileged()
	c.SysProcAttr.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return err
}
