package sqlite

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// SQLite leaves the last bytes of every block alone if the header says so. There each block's sum is kept: row sums can't see a flip in
// the slack between rows, and people should not have to guess whether a flip mattered.
//
// The sum of block 1 is zero, or a mark of how far the log goes, while the record may be written to; it is set last, when all of the log is in the
// file. A file with a sum in block 1 is sealed: every block must fit its sum.
const (
	blockSize = 4096
	sumSize   = sha256.Size
	lockByte  = 1 << 30 // the block that holds this byte is used for locks only
	magic     = "SQLite format 3\x00"
)

// begin writes the first block of an empty database into an empty file: there is no other way to reserve room in every block.
func begin(file *os.File) error {
	info, err := file.Stat()
	if err != nil || info.Size() > 0 {
		return err
	}
	b := make([]byte, blockSize)
	copy(b, magic)
	binary.BigEndian.PutUint16(b[16:], blockSize)
	b[18], b[19] = 1, 1 // file format; becomes 2 with the write-ahead log
	b[20] = sumSize
	b[21], b[22], b[23] = 64, 32, 32      // fixed by the format
	binary.BigEndian.PutUint32(b[24:], 1) // change counter
	binary.BigEndian.PutUint32(b[28:], 1) // blocks
	binary.BigEndian.PutUint32(b[44:], 4) // schema format
	binary.BigEndian.PutUint32(b[56:], 1) // UTF-8
	binary.BigEndian.PutUint32(b[68:], applicationID)
	binary.BigEndian.PutUint32(b[92:], 1)       // change counter for which the number of blocks holds
	binary.BigEndian.PutUint32(b[96:], 3054001) // library
	b[100] = 13                                 // an empty table leaf: the schema
	binary.BigEndian.PutUint16(b[105:], blockSize-sumSize)
	_, err = file.WriteAt(b, 0)
	return err
}

// unseal says in the file that from now on it may change.
func unseal(file *os.File) error {
	if !reserved(file) {
		return nil
	}
	_, err := file.WriteAt(make([]byte, sumSize), blockSize-sumSize)
	return err
}

// seal writes the sum of every block. It does nothing while the log still holds something that has not reached the file. A reader may have the
// file open: what is written here it never looks at.
func seal(file *os.File, path string) error {
	if info, err := os.Stat(path + "-wal"); err == nil && info.Size() > 0 || err != nil && !errors.Is(err, fs.ErrNotExist) || !reserved(file) {
		return nil
	}
	first := []byte(nil)
	err := blocks(file, func(number int64, block []byte) error {
		sum := sumOf(number, block)
		if number == 1 {
			first = sum
			return nil
		}
		if bytes.Equal(sum, block[blockSize-sumSize:]) {
			return nil
		}
		_, err := file.WriteAt(sum, number*blockSize-sumSize)
		return err
	})
	if err == nil {
		err = file.Sync()
	}
	if err == nil {
		_, err = file.WriteAt(first, blockSize-sumSize)
	}
	if err == nil {
		err = file.Sync()
	}
	if err != nil {
		return fmt.Errorf("seal %s: %w", path, err)
	}
	return nil
}

// checkSeal returns the blocks that don't fit their sum, and whether the file is sealed at all.
func checkSeal(file *os.File) (damaged []int64, sealed bool, err error) {
	sealed = true
	count := int64(0)
	stated := int64(0)
	err = blocks(file, func(number int64, block []byte) error {
		count = number
		if number == 1 {
			stated = int64(binary.BigEndian.Uint32(block[28:]))
			if end := block[blockSize-sumSize:]; bytes.Equal(end, make([]byte, sumSize)) || bytes.HasPrefix(end, []byte(logMark)) {
				sealed = false
				return io.EOF
			}
		}
		if !bytes.Equal(sumOf(number, block), block[blockSize-sumSize:]) {
			damaged = append(damaged, number)
		}
		return nil
	})
	if errors.Is(err, io.EOF) {
		err = nil
	}
	if sealed && err == nil && stated != count && len(damaged) == 0 {
		damaged = append(damaged, count+1) // cut off or grown
	}
	return damaged, sealed, err
}

func sumOf(number int64, block []byte) []byte {
	sum := sha256.New()
	_ = binary.Write(sum, binary.BigEndian, number)
	sum.Write(block[:blockSize-sumSize])
	return sum.Sum(nil)
}

// blocks hands on every block of the file with its number, from 1; the block for locks is left out.
func blocks(file *os.File, visit func(number int64, block []byte) error) error {
	const batch = 256
	buffer := make([]byte, batch*blockSize)
	for offset := int64(0); ; {
		n, err := file.ReadAt(buffer, offset)
		for at := 0; at+blockSize <= n; at += blockSize {
			if number := offset/blockSize + 1; number != lockByte/blockSize+1 {
				if err := visit(number, buffer[at:at+blockSize]); err != nil {
					return err
				}
			}
			offset += blockSize
		}
		if errors.Is(err, io.EOF) {
			if n%blockSize != 0 {
				return fmt.Errorf("the file ends within a block")
			}
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// versionOf reads user_version from the file; what a log may hold beyond it is seen later.
func versionOf(file *os.File) int {
	head := make([]byte, 64)
	if _, err := file.ReadAt(head, 0); err != nil {
		return 0
	}
	return int(binary.BigEndian.Uint32(head[60:]))
}

// reserved says whether the file has room for sums: all records made by Hearsay have.
func reserved(file *os.File) bool {
	head := make([]byte, 24)
	_, err := file.ReadAt(head, 0)
	return err == nil && binary.BigEndian.Uint16(head[16:]) == blockSize && head[20] == sumSize
}
