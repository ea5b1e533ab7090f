package times_test

import (
	"fmt"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/times"
)

// A page published on a known day anchors its expressions; the tense tells on which side a weekday lies.
func ExampleFindIn() {
	published := times.NewDay(2019, 5, 15) // a Wednesday
	anchor := times.Between(published, published, times.ADay)
	for _, e := range times.FindIn(en.Language, "The governor met miners on Monday and will meet them again on Friday.", anchor) {
		fmt.Println(e.Type, e.Value, e.Interval)
	}
	// Output:
	// DATE 2019-05-13 2019-05-13
	// DATE 2019-05-17 2019-05-17
}

// Where the page's date is unknown, an expression keeps what is to be done to it. Resolve does it later; an anchor that is an
// interval makes the result one.
func ExampleResolve() {
	words := "The bridge was closed last week."
	e := times.FindIn(en.Language, words, times.Interval{})[0]
	fmt.Println(words[e.Start:e.End], e.Value, e.Interval)
	anchor := times.Between(times.NewDay(2019, 5, 15), times.NewDay(2019, 5, 22), times.ADay)
	fmt.Println(times.Resolve(*e.Pending, anchor))
	// Output:
	// last week XXXX-WXX unknown
	// 2019-05-06…2019-05-19
}

func ExampleTimeML() {
	words := "The port was shut in early May, for the first time in the past two years."
	day := times.NewDay(2019, 5, 15)
	published := times.Between(day, day, times.ADay)
	fmt.Print(times.TimeML(words, times.FindIn(en.Language, words, published), published))
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <TimeML>
	// <DCT><TIMEX3 tid="t0" type="DATE" value="2019-05-15" functionInDocument="CREATION_TIME">2019-05-15</TIMEX3></DCT>
	// <TEXT>The port was shut in <TIMEX3 tid="t1" type="DATE" value="2019-05" mod="START">early May</TIMEX3>, for the first time in <TIMEX3 tid="t2" type="DURATION" value="P2Y" beginPoint="t3" endPoint="t0">the past two years</TIMEX3><TIMEX3 tid="t3" type="DATE" value="2017-05-15"/>.</TEXT>
	// </TimeML>
}
