package view

// whyStory says which pages a story ties together, each with its title as evidence.
func (r *Record) whyStory(w *Why) {
	s := &r.Findings.Stories[r.stories[w.ID]]
	w.List, w.Title = "stories", OneLine(s.Title)
	if w.Title == "" && len(s.Pages) > 0 {
		w.Title = r.Title(s.Pages[0])
	}
	if len(s.Pages) == 1 {
		w.say("no other page of the record tells of the same")
	} else {
		w.say("%d pages tell of the same: they share names, places and rare words within a stretch of time", len(s.Pages))
	}
	for _, id := range s.Pages {
		if e := r.pages[id]; e != nil && e.Reading != nil && e.Reading.Article.Title != nil {
			w.show("page", r.Place(id, *e.Reading.Article.Title))
		}
	}
}
