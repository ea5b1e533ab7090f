package words

import "strings"

// Stem reduces a folded English word to what its forms share: "withdrew", "withdrawn" and "withdraws" to "withdraw", "policies"
// to "polici". It is a matching key, not a lemma.
func (t *Tables) Stem(folded string) string { return t.stem(folded) }

// Kin returns the stem that stands for all words of the same kind as this stem, or the stem itself.
func (t *Tables) Kin(stem string) string {
	if kin, ok := t.kinOf(stem); ok {
		return kin
	}
	return stem
}

func (t *Tables) stem(w string) string {
	if base, ok := t.irregular[w]; ok {
		w = base
	}
	if len(w) < 4 || !letters(w) {
		return w
	}
	switch {
	case strings.HasSuffix(w, "sses"):
		w = w[:len(w)-2]
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		w = w[:len(w)-2]
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"):
	case strings.HasSuffix(w, "s"):
		w = w[:len(w)-1]
	}
	if base, ok := t.irregular[w]; ok {
		return base
	}
	switch {
	case strings.HasSuffix(w, "eed"):
	case strings.HasSuffix(w, "ing") && vowelIn(w[:len(w)-3]) && len(w) > 5:
		w = undouble(w[:len(w)-3])
	case strings.HasSuffix(w, "ed") && vowelIn(w[:len(w)-2]) && len(w) > 4:
		w = undouble(w[:len(w)-2])
	}
	if len(w) > 3 && w[len(w)-1] == 'e' {
		w = w[:len(w)-1]
	}
	if len(w) > 2 && w[len(w)-1] == 'y' && !vowel(w[len(w)-2]) {
		w = w[:len(w)-1] + "i"
	}
	return w
}

func letters(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}

func vowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' }

func vowelIn(w string) bool {
	for i := 0; i < len(w); i++ {
		if vowel(w[i]) {
			return true
		}
	}
	return false
}

// undouble takes a doubled last consonant off: "stopp" → "stop"; "ll", "ss" and "zz" stay, and a bare stem gets no e back, since
// Stem drops a final e anyway.
func undouble(w string) string {
	if n := len(w); n > 3 && w[n-1] == w[n-2] && !vowel(w[n-1]) && w[n-1] != 'l' && w[n-1] != 's' && w[n-1] != 'z' {
		return w[:n-1]
	}
	return w
}

// Singular takes the plural off a folded noun, for showing it: "lorries" is "lorry".
func (t *Tables) Singular(w string) string {
	if base, ok := t.irregular[w]; ok {
		return base
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), !strings.HasSuffix(w, "s"), len(w) < 4:
		return w
	}
	return w[:len(w)-1]
}
