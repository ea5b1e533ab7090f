package en

import _ "embed"

// Tables of read/page.
var (
	//go:embed page/classes.txt
	pageClasses string
	//go:embed page/fields.txt
	pageFields string
	//go:embed page/phrases.txt
	pagePhrases string
	//go:embed page/stopwords.txt
	pageStopwords string
	//go:embed page/noticewords.txt
	pageNoticeWords string
	//go:embed page/biowords.txt
	pageBioWords string
	//go:embed page/signs.txt
	pageSigns string
	//go:embed page/months.txt
	pageDateWords string
)
