package sqlite

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
)

// SQLite reads its write-ahead log up to the first frame that doesn't fit its sum, and takes that for the end: a flipped bit silently costs the
// writes after it, a lost log all of them. So the record's first block says, where a sealed record has its sum, how far the log went when the last
// write was done:
//
//	"LOG1", the log's two salts, frames, the sum of the last of them, its page and a sum of what stands on it
//
// A log that falls short of that is damaged. A log that is gone is none the worse if the last page reached the file itself.
const (
	logMark     = "LOG1"
	logHead     = 32
	frameHead   = 24
	frameLength = frameHead + blockSize
)

// logState is how far a log goes.
type logState struct {
	salts  [8]byte
	frames uint32 // that fit their sums, up to the last finished write
	sum    [8]byte
	page   uint32 // that the last of them holds
	hash   uint32 // of that page
}

func (l logState) mark() []byte {
	b := make([]byte, 0, sumSize)
	b = append(append(b, logMark...), l.salts[:]...)
	b = binary.BigEndian.AppendUint32(b, l.frames)
	b = append(b, l.sum[:]...)
	b = binary.BigEndian.AppendUint32(b, l.page)
	return binary.BigEndian.AppendUint32(b, l.hash)
}

// marked reads the mark of an open record; false where there is none.
func marked(file io.ReaderAt) (l logState, ok bool) {
	b := make([]byte, sumSize)
	if _, err := file.ReadAt(b, blockSize-sumSize); err != nil || string(b[:4]) != logMark {
		return l, false
	}
	copy(l.salts[:], b[4:])
	l.frames = binary.BigEndian.Uint32(b[12:])
	copy(l.sum[:], b[16:])
	l.page, l.hash = binary.BigEndian.Uint32(b[24:]), binary.BigEndian.Uint32(b[28:])
	return l, true
}

// readLog walks the log beside a record. What is wrong with it is said in words; a log that is absent or empty has nothing wrong. Expected is how far
// it must go at least.
func readLog(path string, expected logState) (l logState, wrong string, err error) {
	file, err := os.Open(path + "-wal")
	if errors.Is(err, fs.ErrNotExist) {
		return l, "", nil
	}
	if err != nil {
		return l, "", reasonOf(err)
	}
	defer file.Close()
	head := make([]byte, logHead)
	if n, err := io.ReadFull(file, head); err != nil {
		if n == 0 {
			return l, "", nil
		}
		return l, "its log ends within its head", nil
	}
	order, ok := sumOrder(binary.BigEndian.Uint32(head))
	var sum [2]uint32
	sum = logSum(order, sum, head[:24])
	if !ok || sum != pairOf(head[24:]) || binary.BigEndian.Uint32(head[8:]) != blockSize {
		return l, "the head of its log doesn't fit its sum", nil
	}
	copy(l.salts[:], head[16:24])
	frame := make([]byte, frameLength)
	for n := uint32(1); ; n++ {
		if _, err := io.ReadFull(file, frame); err != nil {
			return l, "", nil // the end, or a frame that was being written when the program ended
		}
		salts := [8]byte(frame[8:16])
		if salts != l.salts {
			if n <= expected.frames && l.salts == expected.salts || [4]byte(salts[:4]) == [4]byte(l.salts[:4]) || [4]byte(salts[4:]) == [4]byte(l.salts[4:]) {
				return l, fmt.Sprintf("frame %d of its log names another log", n), nil
			}
			return l, "", nil // left over from the log before
		}
		sum = logSum(order, logSum(order, sum, frame[:8]), frame[frameHead:])
		if sum != pairOf(frame[16:]) {
			return l, fmt.Sprintf("frame %d of its log doesn't fit its sum", n), nil
		}
		if binary.BigEndian.Uint32(frame[4:]) > 0 { // the last frame of a write
			l.frames, l.page, l.hash = n, binary.BigEndian.Uint32(frame), pageHash(frame[frameHead:])
			copy(l.sum[:], frame[16:24])
		}
	}
}

func sumOrder(magic uint32) (binary.ByteOrder, bool) {
	if magic&1 == 1 {
		return binary.BigEndian, magic == 0x377f0683
	}
	return binary.LittleEndian, magic == 0x377f0682
}

func pairOf(b []byte) [2]uint32 {
	return [2]uint32{binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:])}
}

// logSum is SQLite's own sum of a log, which goes on from frame to frame.
func logSum(order binary.ByteOrder, sum [2]uint32, b []byte) [2]uint32 {
	for ; len(b) >= 8; b = b[8:] {
		sum[0] += order.Uint32(b) + sum[1]
		sum[1] += order.Uint32(b[4:]) + sum[0]
	}
	return sum
}

// pageHash leaves out what is kept in the page's last bytes.
func pageHash(page []byte) uint32 { return crc32.ChecksumIEEE(page[:blockSize-sumSize]) }

// checkLog says what is wrong with the log of a record that was not sealed, "" for nothing.
func checkLog(file io.ReaderAt, path string) (string, error) {
	expected, known := marked(file)
	found, wrong, err := readLog(path, expected)
	if err != nil || wrong != "" {
		return wrong, err
	}
	if !known || expected.frames == 0 {
		return "", nil
	}
	if found.salts == expected.salts {
		if found.frames < expected.frames {
			return fmt.Sprintf("its log ends after %d frames, and %d were written", found.frames, expected.frames), nil
		}
		return "", nil
	}
	if found.frames > 0 { // another log was begun, which SQLite does when all of the one before has reached the file
		return "", nil
	}
	page := make([]byte, blockSize)
	if _, err := file.ReadAt(page, int64(expected.page-1)*blockSize); err != nil || pageHash(page) != expected.hash {
		return "its log is lost, and with it the last writes", nil
	}
	return "", nil
}

// markLog notes in the record how far its log goes now.
func (s *Store) markLog() error {
	if !reserved(s.lock) {
		return nil
	}
	l, _, err := readLog(s.path, logState{})
	if err != nil {
		return err
	}
	_, err = s.lock.WriteAt(l.mark(), blockSize-sumSize)
	return err
}

// checkpoint brings the log into the file as far as no reader holds it back, which nobody waits for, and says whether all of it is there.
func (s *Store) checkpoint() (bool, error) {
	if _, err := s.write.Exec("PRAGMA busy_timeout = 0"); err != nil {
		return false, err
	}
	defer s.write.Exec("PRAGMA busy_timeout = 10000")
	var busy, frames, done int
	err := s.write.QueryRow("PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &frames, &done)
	return busy == 0, err
}
