package en

import _ "embed"

// Tables of compare: each line's meaning stands at the head of its file.
var (
	//go:embed compare/stop.txt
	CompareStop string
	//go:embed compare/irregular.txt
	CompareIrregular string
	//go:embed compare/kin.txt
	CompareKin string
	//go:embed compare/places.txt
	ComparePlaces string
	//go:embed compare/titles.txt
	CompareTitles string
	//go:embed compare/withdrawn.txt
	CompareWithdrawn string
	//go:embed compare/frequency.txt
	CompareFrequency string
)
