package align

// Every threshold by which comparing decides stands here. Weights are those of words.Weight: the logarithm of how rare a word is in everyday
// English, about 7 for a rare one, 3 for "ministry", 1.5 for "country".
const (
	about         = 0.1    // how far "about" reaches to either side
	shareSlack    = 0.5    // how far a percentage in digits may be rounded
	fractionSlack = 2.0    // and a fraction in words
	sameBy        = 0.0005 // share by which two long numbers may miss each other and be one, written down twice
	convertSlack  = 0.04   // how far a number may be rounded that was converted from another unit
	roundest      = 0.05   // how much of a number its rounding may be
	near          = 2.5    // how many times one figure may be another and still be the same on its way
	closeBy       = 1.12   // how many times one number may be another that is rounded
	nearAlike     = 6.0    // the same, where all else that both tell is alike

	nameWeight   = 6.0 // of an equal name
	dayWeight    = 2.0 // of an equal day
	numberWeight = 2.0 // of an equal number
	mostAPart    = 9.0 // more than that no part counts

	fewPages   = 6   // pages of a story from which its own frequent words weigh little
	everywhere = 0.4 // share of a story's pages from which a word on them ties nothing
	often      = 0.2 // and from which it weighs half

	sameClass = 0.8 // how much of its weight a predicate keeps where two words of one kind tell it

	Telling = 2.0 // weight of a word that rows are looked up by

	oneVoiceSame   = 5.0 // weight of what is equal, from which two clauses of one voice are one utterance
	OneOfMany      = 6.5 // the same, where one part alone is equal and the voice says other things besides
	oneVoiceDiffer = 5.5 // and from which they are contrary where one part is
	aloneDiffer    = 2.0 // the same, where it is all that the voice says on either page and nothing is told but on both
	oneVoiceDay    = 2.9 // weight from which two clauses of one voice about one day are one utterance
	deniedWeight   = 6.0 // of a denial and what it denies
	twoVoices      = 9.0 // the same of two voices
	twoVoicesNamed = 7.0 // where what they tell of is named

	eventSame    = 5.0  // weight of what is equal, from which two clauses of one day are one event
	eventDay     = 6.5  // where only one part is equal and nothing is named
	eventLoose   = 8.0  // where one of the days is only known as a week or longer
	eventUndated = 10.0 // where one of them tells no time
	eventDiffer  = 8.0  // from which they are contrary accounts of one event
	eventAround  = 9.0  // weight of what the sentences tell alike besides, where the clauses tell no part that both have
	eventCounted = 4.0  // the same, where both count as many
	EventCompany = 12.0 // how sure it is that the same people on one day were at one event
	eventMonth   = 31   // days that two loose times may leave
	eventWeek    = 7    // days by which accounts of one event may differ

	EventPage      = 1.0 // what each page that tells an event adds to its weight
	EventOrigin    = 0.5 // and each original
	EventLasting   = 0.5 // and each further day on which it is told
	EventHead      = 1.0 // and a page that opens with it
	EventClaimed   = 0.6 // what is left of it where nobody tells it in their own voice, or where it is only planned
	EventAside     = 0.3 // what is left of it where it is told in words that nobody else in its story uses
	EventCentral   = 1.0 // how many times the share of the story's pages that use its words makes up for that
	EventFew       = 0.2 // and what does in a story of few pages
	EventVague     = 0.4 // what is left of it where no account reads as a title
	EventHalf      = 8.0 // that much of it is a weight of a half
	BackgroundDays = 21  // days before the first page of a story from which an event is only recalled

	CountedSame   = 13.0 // weight of what two sentences and their pages' heads tell alike, from which two figures that can both be true are one
	CountedExact  = 4.0  // less where they are the same number
	CountedThing  = 3.0  // less where they count the same thing
	CountedTold   = 3.0  // less where the same is told of it
	CountedRival  = 9.0  // the same for figures that exclude each other
	MeasuredRival = 24.0 // weight of what the sentences of two measures tell alike, from which they measure one thing though neither names it
	CountedHead   = 4.5  // weight of a noun that tells by itself what is counted
	RecalledDays  = 14   // days before its page's publication in which "the explosion" is looked for
	GrowsBy       = 1.2  // how many times a count may be of the next day and only have gone on
	FarBelow      = 2.0  // how many times a bound may be a plain number that it is to hold
	CheckSlack    = 1.0  // percentage points by which a share may miss what the ends of a movement make
	RivalDays     = 1    // days that two pages may lie apart whose figures exclude each other
	CountedDays   = 10   // days for which a count goes on

	AlikeShare   = 0.8  // share of the shorter wording that both have in order, from which two wordings are one
	AlikeLonger  = 0.55 // and of the longer one, where words in it are contrary
	AlikeWords   = 4    // words that a wording must have to be judged by them
	LooseShare   = 0.65 // share of the lighter content that the heavier one must hold, where no clause tells them apart
	LooseWhole   = 0.45 // or of both together
	LooseWeight  = 4.0  // weight of what must be in both at least
	HeadShare    = 0.5  // inside one page, where headline and lede shorten what follows
	StrangeShare = 0.8  // where a speaker is not named
	TextWords    = 9    // words in a row that make one text, whoever is named in it
)

// Lookups of each room.
var (
	Statements = Limits{Keys: 8, Block: 48, Most: 64}
	Figures    = Limits{Keys: 8, Block: 48, Most: 64}
	Events     = Limits{Keys: 8, Block: 48, Most: 64}
)
