package web

import (
	"bufio"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/bcrypt"
)

// A users file has a line a user, "name:hash": argon2id as hearsay writes it, or bcrypt as htpasswd -B does. Empty lines and those with # are passed over.
//
//	anna:$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA
//	ben:$2y$12$…

// What hashing a password costs: as OWASP advises for argon2id.
const (
	memory  = 19 * 1024 // kB
	passes  = 2
	lanes   = 1
	keyLen  = 32
	saltLen = 16
)

// What a users file may ask for at most, so that a damaged line can't take the machine.
const (
	mostMemory = 1 << 20 // kB
	mostPasses = 32
	mostUsers  = 10000
)

// Shortest is how many letters a password has at least.
const Shortest = 10

var plain = base64.RawStdEncoding

// readUsers reads a users file: the hash of each name.
func readUsers(path string) (map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("users file: %w", err)
	}
	defer f.Close()
	users := map[string]string{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, hash, ok := strings.Cut(line, ":")
		switch {
		case !ok || name == "" || !strings.HasPrefix(hash, "$argon2id$") && !strings.HasPrefix(hash, "$2"):
			return nil, fmt.Errorf("%s, line %d: it is not name:hash with a hash of argon2id or bcrypt", path, n)
		case len(users) == mostUsers:
			return nil, fmt.Errorf("%s: more than %d users", path, mostUsers)
		}
		users[name] = hash
	}
	return users, lines.Err()
}

// CheckUsers says what is wrong with a users file, also that it names nobody.
func CheckUsers(path string) error {
	users, err := readUsers(path)
	if err == nil && len(users) == 0 {
		err = fmt.Errorf("%s names nobody", path)
	}
	return err
}

// AddUser writes a user into a users file, which it makes where there is none; who is there already gets the new password.
func AddUser(path, name, password string) error {
	switch {
	case name == "" || len(name) > 100 || strings.ContainsAny(name, ":#\r\n\t") || strings.TrimSpace(name) != name:
		return fmt.Errorf("%q can't be a user's name: no colon, no #, no space at its ends, 100 bytes at most", name)
	case len([]rune(password)) < Shortest:
		return fmt.Errorf("the password is too short: %d letters or more", Shortest)
	case len(password) > mostWords:
		return fmt.Errorf("the password is too long: %d bytes at most", mostWords)
	}
	old, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("users file: %w", err)
	}
	lines := slices.DeleteFunc(strings.SplitAfter(string(old), "\n"), func(line string) bool { return line == "" || strings.HasPrefix(line, name+":") })
	if n := len(lines); n > 0 && !strings.HasSuffix(lines[n-1], "\n") {
		lines[n-1] += "\n"
	}
	lines = append(lines, name+":"+hashed(password)+"\n")
	part, err := os.CreateTemp(filepath.Dir(path), ".users-*") // readable for its owner alone
	if err != nil {
		return fmt.Errorf("users file: %w", err)
	}
	defer os.Remove(part.Name()) // gone where it was renamed
	_, err = part.WriteString(strings.Join(lines, ""))
	if err = errors.Join(err, part.Close()); err == nil {
		err = os.Rename(part.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("users file: %w", err)
	}
	return nil
}

// hashed writes a password as it is kept.
func hashed(password string) string {
	salt := make([]byte, saltLen)
	rand.Read(salt) // never fails
	key := argon2.IDKey([]byte(password), salt, passes, memory, lanes, keyLen)
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, memory, passes, lanes, plain.EncodeToString(salt), plain.EncodeToString(key))
}

// fits says whether a password is the one of a hash.
func fits(hash, password string) bool {
	if strings.HasPrefix(hash, "$2") {
		return bcrypt.CompareHashAndPassword([]byte(hash), []byte(password)) == nil
	}
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return false
	}
	var m, t, p uint32
	if n, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &m, &t, &p); n != 3 || err != nil || m > mostMemory || t < 1 || t > mostPasses || p < 1 || p > 255 {
		return false
	}
	salt, err1 := plain.DecodeString(parts[4])
	key, err2 := plain.DecodeString(parts[5])
	if err1 != nil || err2 != nil || len(key) < 16 || len(key) > 128 {
		return false
	}
	return subtle.ConstantTimeCompare(key, argon2.IDKey([]byte(password), salt, t, m, uint8(p), uint32(len(key)))) == 1
}
