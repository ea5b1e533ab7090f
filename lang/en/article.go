package en

import _ "embed"

// Tables of read/article.
var (
	//go:embed article/months.txt
	ArticleMonths string
	//go:embed article/zones.txt
	ArticleZones string
	//go:embed article/notpeople.txt
	ArticleNotPeople string
	//go:embed article/datewords.txt
	ArticleDateWords string
	//go:embed article/tense.txt
	ArticleTense string
	//go:embed article/bywords.txt
	ArticleByWords string
	//go:embed article/agencies.txt
	ArticleAgencies string
	//go:embed article/credits.txt
	ArticleCredits string
)
