package en

import _ "embed"

// Tables of read/page.
var (
	//go:embed page/classes.txt
	PageClasses string
	//go:embed page/fields.txt
	PageFields string
	//go:embed page/phrases.txt
	PagePhrases string
	//go:embed page/stopwords.txt
	PageStopwords string
	//go:embed page/noticewords.txt
	PageNoticeWords string
	//go:embed page/biowords.txt
	PageBioWords string
	//go:embed page/signs.txt
	PageSigns string
	//go:embed page/months.txt
	PageDateWords string
)
