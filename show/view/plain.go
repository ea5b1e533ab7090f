package view

// carried says in plain words how the accounts of a statement are related.
var carried = map[string]string{"single": "twice on one page", "copied": "word for word", "quoted-alike": "quoted alike", "reworded": "in other words", "translated": "in another translation"}

// CarriedWords says how the accounts of a statement are related: "in other words".
func CarriedWords(relation string) string { return carried[relation] }

// copying says in plain words what kind of copy a passage is.
var copying = map[string]string{"verbatim": "word for word", "near": "nearly the same", "quote": "quotation", "internal": "twice on a page", "template": "furniture of the site"}

// CopyWords says what kind of copy a passage is: "word for word".
func CopyWords(kind string) string {
	if words, ok := copying[kind]; ok {
		return words
	}
	return kind
}
