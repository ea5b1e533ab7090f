package times

// inYear returns a date of another calendar in a Gregorian year: the first one, where two fall in it. A day of 0 is the whole month.
func inYear(kind string, year, month, day int) (first, last Day, ok bool) {
	var of func(year, month, day int) Day
	var guess int
	switch kind {
	case "islamic":
		of, guess = islamic, (year-622)*33/32-1
	case "persian":
		of, guess = persian, year-622
	default:
		of, guess = hebrew, year+3760
	}
	for h := guess; h <= guess+3; h++ {
		first = of(h, month, max(day, 1))
		if y, _, _ := first.Civil(); y != year {
			continue
		}
		if last = first; day == 0 {
			last = of(h, month+1, 1) - 1
		}
		return first, last, true
	}
	return 0, 0, false
}

// islamic returns the day of a date in the tabular (civil) Islamic calendar, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of 30.
func islamic(year, month, day int) Day {
	const epoch = -492148 // 16 July 622 Julian, in days since 1970
	n := 29*(month-1) + month/2 + (year-1)*354 + floorDiv(3+11*year, 30) + day - 1
	return Day(epoch + n)
}

// persian returns the day of a date in the Solar Hijri calendar by the 33-year rule, right for 1799 to 2256.
func persian(year, month, day int) Day {
	n := 365*(year-1) + floorDiv(8*year+21, 33)
	if month <= 7 {
		n += 31 * (month - 1)
	} else {
		n += 30*(month-1) + 6
	}
	return Day(-492268 + n + day - 1)
}

// hebrew returns the day of a date in the Hebrew calendar. Months are counted from Tishri: 6 is Adar (the second one in a leap year), 7 the first
// Adar of a leap year, 8 Nisan, 13 Elul.
func hebrew(year, month, day int) Day {
	tishri, nisan := roshHashanah(year), roshHashanah(year+1)-177
	adar := nisan - 29
	shevat := adar - 30
	if nisan-tishri > 200 { // a leap year
		shevat -= 30
	}
	tevet := shevat - 29
	heshvan := tishri + 30
	kislev := heshvan + 29
	if length := roshHashanah(year+1) - tishri; length%10 == 5 { // a complete year
		kislev++
	}
	starts := [14]Day{0, tishri, heshvan, kislev, tevet, shevat, adar, shevat + 30, nisan, nisan + 30, nisan + 59, nisan + 89, nisan + 118, nisan + 148}
	return starts[min(month, 13)] + Day(day-1)
}

// roshHashanah returns 1 Tishri of a Hebrew year from the molad and the four postponements.
func roshHashanah(hebrew int) Day {
	months := floorDiv(235*hebrew-234, 19)
	parts := 12084 + 13753*months
	day := months*29 + floorDiv(parts, 25920)
	if 3*(day+1)%7 < 3 {
		day++
	}
	// Years of 356 or 382 days are not allowed.
	length := func(h int) int {
		m := floorDiv(235*h-234, 19)
		p := 12084 + 13753*m
		d := m*29 + floorDiv(p, 25920)
		if 3*(d+1)%7 < 3 {
			d++
		}
		return d
	}
	if length(hebrew+1)-day == 356 {
		day += 2
	} else if day-length(hebrew-1) == 382 {
		day++
	}
	return Day(day - 2092590)
}
