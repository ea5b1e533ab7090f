package amounts

import "github.com/hearsay-news/hearsay/read/times/pattern"

// classes are the classes of words that code asks for by name; lang/en/amounts/words.txt says what belongs to them.
type classes struct {
	// what bounds a figure, and how the text takes it
	bound, boundafter, attitude pattern.Sym
	// movements: words of direction, steps, and what stands around them
	up, down, claim, step, mover, phrasal, between, shift, ranging, transfer pattern.Sym
	// what becomes of people
	killed, injured, missing, detained, victim, helper pattern.Sym
	// units and what looks like them
	money, moneyword, measure, duration, q, scale, hundred, coin, notmoney, notsymbol, noarticle, extent pattern.Sym
	// nouns: what stands for what it counts, bodies of people, plurals
	number, collective, invariant, pluralonly, singular, timely, addition, further pattern.Sym
	// clauses: what opens them, verbs that measure their subject, votes, times after a rate
	opener, measuring, voting, since pattern.Sym
	// ages
	agenoun, become, turn, person, aging pattern.Sym
	// what a number only labels
	label pattern.Sym
	// brackets written as words, marks of quotation, offers, what tells of something, prepositions of a scope, and nouns that sums are of
	num, couple, rank, zone, parent, saying, away, yearly, bracket, quote, offer, telling, scoping, sum, gauge, determiner, spending, abstract, magnitude, investing, giving, price, tally, grade, sizer, compass, charged, weighing, edge, placed, index pattern.Sym
}

// find looks the classes up in a compiled grammar.
func (c *classes) find(g *pattern.Grammar) {
	for _, class := range []struct {
		name string
		sym  *pattern.Sym
	}{
		{"bound", &c.bound}, {"boundafter", &c.boundafter}, {"attitude", &c.attitude},
		{"up", &c.up}, {"down", &c.down}, {"claim", &c.claim}, {"step", &c.step}, {"mover", &c.mover}, {"phrasal", &c.phrasal}, {"between", &c.between},
		{"shift", &c.shift}, {"ranging", &c.ranging}, {"transfer", &c.transfer},
		{"killed", &c.killed}, {"injured", &c.injured}, {"missing", &c.missing}, {"detained", &c.detained}, {"victim", &c.victim}, {"helper", &c.helper},
		{"money", &c.money}, {"moneyword", &c.moneyword}, {"measure", &c.measure}, {"duration", &c.duration}, {"q", &c.q}, {"scale", &c.scale},
		{"hundred", &c.hundred}, {"coin", &c.coin}, {"notmoney", &c.notmoney}, {"notsymbol", &c.notsymbol}, {"noarticle", &c.noarticle}, {"extent", &c.extent},
		{"number", &c.number}, {"collective", &c.collective}, {"invariant", &c.invariant}, {"pluralonly", &c.pluralonly}, {"singular", &c.singular},
		{"timely", &c.timely}, {"addition", &c.addition}, {"further", &c.further},
		{"opener", &c.opener}, {"measuring", &c.measuring}, {"voting", &c.voting}, {"since", &c.since},
		{"agenoun", &c.agenoun}, {"become", &c.become}, {"turn", &c.turn}, {"person", &c.person}, {"aging", &c.aging},
		{"label", &c.label},
		{"num", &c.num}, {"couple", &c.couple}, {"rank", &c.rank}, {"yearly", &c.yearly}, {"away", &c.away}, {"saying", &c.saying}, {"parent", &c.parent}, {"zone", &c.zone}, {"bracket", &c.bracket}, {"quote", &c.quote}, {"offer", &c.offer}, {"telling", &c.telling}, {"scoping", &c.scoping}, {"sum", &c.sum}, {"gauge", &c.gauge},
		{"determiner", &c.determiner}, {"spending", &c.spending}, {"abstract", &c.abstract}, {"magnitude", &c.magnitude},
		{"investing", &c.investing}, {"giving", &c.giving}, {"price", &c.price}, {"tally", &c.tally}, {"grade", &c.grade}, {"sizer", &c.sizer}, {"compass", &c.compass}, {"charged", &c.charged}, {"weighing", &c.weighing}, {"edge", &c.edge}, {"placed", &c.placed}, {"index", &c.index},
	} {
		*class.sym = g.Sym(class.name)
	}
}
