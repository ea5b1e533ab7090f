package statements_test

import (
	"fmt"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/statements"
)

// Speaker and Chain are indices of the entities: -1 where the text names nobody. Places are byte offsets of the text.
func ExampleFindIn() {
	words := "The port will open on Monday, governor Ilse Marrow told Radio Nord. Tomas Reyle, the harbour master, denied that the cranes were broken."
	said, entities := statements.FindIn(en.Language, words)
	for _, s := range said {
		content := s.Content[0]
		fmt.Printf("%s (%s, %s): %s\n", entities[s.Speaker].Name, s.Stance, s.Kind, words[content.Start:content.End])
	}
	// Output:
	// Ilse Marrow (say, indirect): The port will open on Monday
	// Tomas Reyle (deny, indirect): that the cranes were broken
}
