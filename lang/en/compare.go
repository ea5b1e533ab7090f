package en

import _ "embed"

// Tables of compare: each line's meaning stands at the head of its file.
var (
	//go:embed compare/stop.txt
	compareStop string
	//go:embed compare/irregular.txt
	compareIrregular string
	//go:embed compare/kin.txt
	compareKin string
	//go:embed compare/places.txt
	comparePlaces string
	//go:embed compare/titles.txt
	compareTitles string
	//go:embed compare/withdrawn.txt
	compareWithdrawn string
	//go:embed compare/frequency.txt
	compareFrequency string
	//go:embed compare/words.txt
	compareWords string
	//go:embed compare/scales.txt
	compareScales string
)
