// Package en holds the tables and models of English as embedded files: data, no logic. One Go file a room embeds that room's tables.
package en

import "github.com/hearsay-news/hearsay/lang"

// Language is English, as it is handed to the rooms.
var Language = &lang.Language{
	Tag:     "en",
	Numbers: numbers,
	Page: lang.Page{Classes: pageClasses, Fields: pageFields, Phrases: pagePhrases, Stopwords: pageStopwords, NoticeWords: pageNoticeWords,
		BioWords: pageBioWords, Signs: pageSigns, DateWords: pageDateWords},
	Article: lang.Article{Months: articleMonths, Zones: articleZones, NotPeople: articleNotPeople, DateWords: articleDateWords, Tense: articleTense,
		ByWords: articleByWords, Agencies: articleAgencies, Credits: articleCredits},
	Syntax: lang.Syntax{Abbreviations: abbreviations, HyphenPrefixes: hyphenPrefixes, Contractions: contractions, Smileys: smileys, Lemmas: lemmas,
		Lexicon: lexicon, SentenceEnds: sentenceEnds, SentenceEndsNet: sentenceEndsNet, Network: network},
	Names: lang.Names{Words: namesWords, Countries: namesCountries, Cities: namesCities, Regions: namesRegions, Bodies: namesBodies,
		Degrees: namesDegrees, Given: namesGiven, Census: namesCensus, People: namesPeople, Common: namesCommon, Roles: namesRoles, Model: namesModel},
	Times:   lang.Times{Words: timesWords, Rules: timesRules, Holidays: timesHolidays, Tense: timesTense},
	Amounts: lang.Amounts{Words: amountsWords, Units: amountsUnits, Rules: amountsRules},
	Statements: lang.Statements{Cues: statementCues, Voices: statementVoices, Media: statementMedia, Outlets: statementOutlets, Bodies: statementBodies, Control: statementControl,
		Confidence: statementConfidence, Readers: statementReaders, Words: statementWords},
	Events:  lang.Events{Words: eventWords},
	Clauses: lang.Clauses{Classes: clauseClasses, Words: clauseWords, Reported: clauseReported, Spots: clauseSpots},
	Compare: lang.Compare{Stop: compareStop, Irregular: compareIrregular, Kin: compareKin, Places: comparePlaces, Titles: compareTitles,
		Withdrawn: compareWithdrawn, Frequency: compareFrequency, Words: compareWords, Scales: compareScales},
}
