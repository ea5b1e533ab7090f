package en

import _ "embed"

// Tables of read/article.
var (
	//go:embed article/months.txt
	articleMonths string
	//go:embed article/zones.txt
	articleZones string
	//go:embed article/notpeople.txt
	articleNotPeople string
	//go:embed article/datewords.txt
	articleDateWords string
	//go:embed article/tense.txt
	articleTense string
	//go:embed article/bywords.txt
	articleByWords string
	//go:embed article/agencies.txt
	articleAgencies string
	//go:embed article/credits.txt
	articleCredits string
)
