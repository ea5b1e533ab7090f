package page

// segment finds the run of lines with the highest sum of points: from the first line of the body to the last. Lines that speak against
// the body cost no more together than gapCost, so that an inset box or a row of buttons does not cut an article in two.
func (d *document) segment() {
	best, sum, start, gap := 0, 0, 0, 0
	others := false // a heading of other stories stands between the last paragraph and this line
	head := -9      // the last line that is a byline or a date
	d.from, d.to = 0, 0
	for i := range d.lines {
		bonus := 0
		if i-head <= headLines && d.lines[i].score >= 10 {
			bonus, head = headBonus, -9
		}
		if sum <= bonus {
			sum, start, gap = bonus, i, 0
		}
		if d.headLine(i) {
			head = i
			if others && sum > 0 && best >= wholePart && i-d.to <= 8 && d.strange(i) {
				break // behind the other stories begins the next one
			}
		}
		others = d.lines[i].role == Related && d.lines[i].phrase != nil || others && d.lines[i].score <= 0
		if d.opensComments(i) && sum >= 100+bonus {
			sum = 0
			continue
		}
		points := max(d.lines[i].score, -stopCost)
		switch {
		case points > 0:
			sum, gap = sum+points, 0
		case points <= -stopCost:
			sum, gap = sum+points, gap+points
		case gap > -gapCost:
			points = max(points, -gapCost-gap)
			sum, gap = sum+points, gap+points
		}
		if sum > best {
			best, d.from, d.to = sum, start, i+1
		}
	}
}

// strange says whether the next paragraphs behind a line have little in common with the body before it.
func (d *document) strange(i int) bool {
	d.wordsOfBody()
	shared, all := 0.0, 0
	for k, seen := i+1, 0; k < len(d.lines) && k < i+20 && seen < 3; k++ {
		if d.lines[k].score >= 10 {
			part, n := d.share(d.at(k), d.bodyWords)
			shared += part * float64(n)
			all += n
			seen++
		}
	}
	return all >= 10 && shared*100 < float64(all)*strangePart
}

const (
	gapCost     = 65  // at most, for a run of lines that speak against the body
	stopCost    = 60  // of a line behind which no body goes on
	headBonus   = 80  // for a paragraph right below a byline or date
	headLines   = 6   // how far below
	wholePart   = 200 // points of a body, its bonus included, that may be an article on its own
	strangePart = 15  // percent of the longer words of the next story's paragraphs that this one's body has too
)
