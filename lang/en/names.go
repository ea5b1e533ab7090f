package en

import _ "embed"

// Tables of read/names. NamesWords and the files beside it hold words by kind; see the head of each file for where it comes from.
var (
	//go:embed names/words.txt
	namesWords string
	//go:embed names/countries.txt
	namesCountries string
	//go:embed names/cities.txt
	namesCities string
	//go:embed names/regions.txt
	namesRegions string
	//go:embed names/bodies.txt
	namesBodies string
	//go:embed names/degrees.txt
	namesDegrees string
	//go:embed names/given.txt
	namesGiven string
	//go:embed names/census.txt
	namesCensus string
	//go:embed names/people.txt
	namesPeople string
	//go:embed names/common.txt
	namesCommon string
	//go:embed names/roles.txt
	namesRoles string
	//go:embed names/model.bin
	namesModel string
)
