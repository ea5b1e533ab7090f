package statements_test

import (
	"testing"

	"github.com/hearsay-news/hearsay/read/names"
)

// Who speaks is a person, a body or a document, whatever the names room had no kind for.
func TestKindsOfSpeakers(t *testing.T) {
	for _, c := range []struct {
		words string
		want  names.Type
	}{
		{"The harbour filing said the quay had sunk. The filing did not name the engineer.", names.WORK},
		{"The evacuation plan said the quay had to be cleared.", names.WORK},
		{"A tally by the paper Ruhanne Post said nine trucks had crossed.", names.WORK},
		{"Somebody said the gate had been left open. Somebody else laughed.", names.PER},
		{"The streaming giant said it would drop the song. The giant gave no reason.", names.PER},
		{"The deputy editor-in-chief of the newspaper Ruhanne Post said the story was true.", names.PER},
		{"Union leaders Ilse Marrow and Orban Teke warned that the yard would close.", names.PER},
		{"The Sel Geological Survey said the quake had been small.", names.ORG},
		{"Only four percent said the bridge was safe.", names.PER},
		{"At 2:00 pm tollkeeper77 wrote: I never saw such a flood.", names.PER},
		{"The flood will come back, according to three current and former officials.", names.PER},
		{"A growing number of experts warned that the dam was weak.", names.PER},
		{"A hospital conducting tests on the crew said the fever was mild.", names.ORG},
		{"The HPQ said it had closed two schools.", names.ORG},
		{"The burger chain said it would close ten shops.", names.ORG},
		{"A statement from Ruhanne's Ministry for Foreign Affairs said the talks were over.", names.WORK},
	} {
		r := reading(c.words)
		if len(r.Statements) == 0 {
			t.Errorf("%s: no statement", c.words)
			continue
		}
		s := r.Statements[0]
		if s.Speaker < 0 || r.Entities[s.Speaker].Type != c.want {
			t.Errorf("%s: speaker %v, want a %s", c.words, r.Entities[max(s.Speaker, 0)], c.want)
		}
	}
}
