package en

import _ "embed"

// Tables of read/names. NamesWords and the files beside it hold words by kind; see the head of each file for where it comes from.
var (
	//go:embed names/words.txt
	NamesWords string
	//go:embed names/countries.txt
	NamesCountries string
	//go:embed names/cities.txt
	NamesCities string
	//go:embed names/regions.txt
	NamesRegions string
	//go:embed names/bodies.txt
	NamesBodies string
	//go:embed names/degrees.txt
	NamesDegrees string
	//go:embed names/given.txt
	NamesGiven string
	//go:embed names/census.txt
	NamesCensus string
	//go:embed names/people.txt
	NamesPeople string
	//go:embed names/common.txt
	NamesCommon string
	//go:embed names/roles.txt
	NamesRoles string
	//go:embed names/model.bin
	NamesModel string
)
