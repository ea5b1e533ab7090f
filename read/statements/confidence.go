package statements

// confidence is the measured share of such rows that are right in speaker and content.
func (r *reader) confidence(d *draft) float64 {
	if d.CarriedBy >= 0 && !d.Stance.Speech() {
		return 0.4
	}
	return 0.9
}
