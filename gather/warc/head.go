package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/textproto"
)

// Bounds of the headers of a record, and of those of the answer inside it.
const (
	maxHead  = 1 << 20
	maxLines = 1_000
)

var errHead = fmt.Errorf("headers of more than %d bytes or %d lines", maxHead, maxLines)

// readHead reads header lines up to the blank one, and no more of them than is sane: textproto would take any number.
func readHead(in *bufio.Reader) (textproto.MIMEHeader, error) {
	var head []byte
	for lines := 0; ; {
		part, err := in.ReadSlice('\n')
		if len(head)+len(part) > maxHead || lines > maxLines {
			return nil, errHead
		}
		begins := len(head) == 0 || head[len(head)-1] == '\n'
		head = append(head, part...)
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		lines++
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		if begins && len(bytes.TrimRight(part, "\r\n")) == 0 || err != nil {
			header, parseErr := textproto.NewReader(bufio.NewReader(bytes.NewReader(head))).ReadMIMEHeader()
			if parseErr == nil && err != nil {
				parseErr = err
			}
			return header, parseErr
		}
	}
}
