package statements

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/names"
)

// office is a role that the page gives a person, in lower case: "national security adviser", "spotify ceo".
type office struct {
	words  string
	holder int
}

// offices lists the roles of the page's persons by their last word.
func (r *reader) officesOf(last string) []office {
	if r.offices == nil {
		r.offices = map[string][]office{}
		for e := range r.entities {
			if r.entities[e].Type != names.PER || r.entities[e].Plural || !r.hasName(e) {
				continue
			}
			for _, at := range r.entities[e].Roles {
				words := strings.TrimRight(strings.ToLower(r.t.At(at)), " ,")
				if post, of, ok := strings.Cut(words, " of "); ok { // chief executive of Spotify
					words = strings.TrimPrefix(of, "the ") + " " + bare(post)
				}
				if list := r.offices[lastWord(words)]; words != "" && len(list) < mostHolders {
					r.offices[lastWord(words)] = append(list, office{bare(words), e})
				}
			}
		}
	}
	return r.offices[last]
}

// mostHolders bounds how many roles that end in one word are looked at: a page with more is a list.
const mostHolders = 40

// byRole returns the only person the page gives the role that a definite description names; -1 for none or several.
//
//	the prime minister                  any person with a role that ends so
//	Trump's national security adviser   an office of two words and more; of one word only beside its owner: "Spotify's CEO", "Spotify CEO Daniel Ek"
//	the Arvenian leader                 whoever leads that country by another word
//
// Where a description is linked to another one already, "the president" may be that one's, and only what says more is taken.
func (r *reader) byRole(words string, linked bool) int {
	if rest, ok := strings.CutPrefix(words, "the "); ok {
		if nation, noun, ok := strings.Cut(rest, " "); ok && noun == "leader" {
			return r.leads(nation)
		}
		if linked {
			return -1
		}
		return r.holder(rest, "")
	}
	owner, post, ok := strings.Cut(words, " ")
	for _, mark := range []string{"'s ", "’s "} {
		if before, after, cut := strings.Cut(words, mark); cut {
			owner, post = bare(before), strings.TrimSpace(after)
			ok = true
		}
	}
	if !ok {
		return -1
	}
	switch owner {
	case "his", "her", "its", "their":
		if !strings.Contains(post, " ") {
			return -1
		}
		return r.holder(post, "")
	}
	if !strings.Contains(words, "'s ") && !strings.Contains(words, "’s ") {
		return -1
	}
	return r.holder(post, owner)
}

// holder returns the only person with a role that ends in some words and, where it has more, names the owner.
func (r *reader) holder(post, owner string) int {
	found := -1
	for _, o := range r.officesOf(lastWord(post)) {
		before, ok := strings.CutSuffix(o.words, post)
		if !ok || before != "" && !strings.HasSuffix(before, " ") {
			continue
		}
		if owner != "" && !r.ofOwner(strings.TrimSpace(before), owner, post) {
			continue
		}
		if strings.HasPrefix(before, "former ") || strings.HasPrefix(before, "ex-") || found >= 0 && found != o.holder {
			return -1
		}
		found = o.holder
	}
	return found
}

// ofOwner says whether what stands before a post in a role can be the owner's: the same word or its people's, or nothing where the post itself is one
// of a kind.
func (r *reader) ofOwner(before, owner, post string) bool {
	if before == "" {
		return strings.Contains(post, " ") && !r.countryLike(owner)
	}
	if len(owner) > 4 {
		owner = owner[:4]
	}
	return strings.Contains(" "+before, " "+owner)
}

// countryLike says whether the owner of an office is a place of the page: each has ministers of its own.
func (r *reader) countryLike(owner string) bool {
	for e := range r.entities {
		if k := r.entities[e].Type; (k == names.GPE || k == names.LOC) && strings.EqualFold(r.entities[e].Name, owner) {
			return true
		}
	}
	return false
}

// leads returns the only person with an office of leading a nation: "Russian President Vladimir Putin" is the Russian leader.
func (r *reader) leads(nation string) int {
	found := -1
	for noun := range r.lex.words["leads"] {
		for _, o := range r.officesOf(noun) {
			if !strings.HasPrefix(o.words, nation+" ") || strings.HasPrefix(lastBut(o.words), "former") {
				continue
			}
			if found >= 0 && found != o.holder {
				return -1
			}
			found = o.holder
		}
	}
	return found
}

// lastBut is a phrase without its first word.
func lastBut(words string) string {
	_, rest, _ := strings.Cut(words, " ")
	return rest
}
