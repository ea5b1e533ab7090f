package grow

import "strings"

func list(s string) []string { return strings.Split(s, "|") }

// Everything here is invented: no sentence and no name stands in any paper.
var (
	heads = list("Sel|Bra|Od|Kor|Mar|Tol|Ven|Had|Rei|Lun|Pet|Sko|Fen|Gar|Hol|Ister|Jor|Lim|Nor|Ost|Pal|Quin|Ras|Tam|Ulm|Wes|Yar|Zel|Dor|Cal")
	tails = list("brook|mouth|stead|wick|haven|ford|gate|moor|dale|bridge|field|holm|burgh|water|cross|ness|port|vale|ham|combe")
	given = list("Ilse|Tomas|Petra|Ada|Bruno|Clara|Dario|Edda|Felix|Greta|Hanno|Ines|Jonas|Karla|Lasse|Mirja|Nils|Olga|Pavel|Rosa|Stefan|Tilda|Ugo|Vera|Wim|Yana|Anton|Berta|Carlo|Doris")
	kin   = list("Marr|Reyl|Lind|Brand|Kest|Harl|Oster|Wend|Falk|Grim|Hask|Jans|Koll|Lor|Mert|Nagel|Ost|Prag|Quast|Rind|Stoll|Tren|Ulr|Voss|Weil|Zand|Berg|Cord|Dahl|Eber")
	ends  = list("ow|e|ström|er|in|sen|ek|man|ova|ic|as|ley|ton|feld|berg|a|o|i|is|ert")
	posts = list("governor|mayor|minister|spokesman|spokeswoman|police chief|engineer|union leader|harbour master|judge|director|colonel|general|doctor|professor|president|ambassador|prosecutor|fire chief|commissioner")

	papers = list("Radio Nord|Daily Sel|Kurier|Odrin Post|The Lantern|Gulf Wire|Brackmoor Times|Channel Five|The Courier|Evening Mail|Coast Herald|Inland Review|Tide|The Observer of Venholm|Pala Gazette|Quay News|Morning Sun|The Valley|Signal|Northern Echo Press")

	things = list("lorries|soldiers|ferries|cranes|houses|containers|tents|buses|patients|pupils|boats|tonnes of grain|barrels of oil|police officers|firefighters|volunteers|workers|farms|shops|vessels")
	what   = list("the harbour|the bridge|the refinery|the northern road|the depot|the airport|the hospital|the dam|the market|the railway|the old town|the power station|the border post|the canal|the school|the warehouse")
	doings = list("was shut|was reopened|was damaged|was searched|was rebuilt|was evacuated|was handed over|was sold|was flooded|was blocked|was repaired|was attacked|was inspected|was cleared")
	mass   = list("storm|strike|blast|fire|flood|vote|trial|siege|outage|spill|march|landslide|raid|summit|drought|blockade|collapse|inquiry|ceasefire|recall")
	verbs  = list("said|told reporters|warned|announced|claimed|confirmed|admitted|insisted|added|promised")
	plain  = list("rain|harvest|tide|market|window|lantern|ledger|fence|gravel|timber|barley|cable|engine|valve|anchor|rudder|ladder|pocket|kettle|orchard|meadow|quarry|furnace|needle|saddle|copper|marble|velvet|candle|hammer|whistle|barrel|ribbon|feather|pebble|thicket|gutter|hinge|lever|trench")
	acts   = list("carried|painted|counted|buried|measured|repaired|traded|stored|borrowed|mended|washed|covered|guarded|shifted|lifted|emptied|sorted|burned|planted|dragged")
	kinds  = list("old|narrow|heavy|silent|broken|distant|wooden|crowded|muddy|bright|hollow|crooked|faded|steep|dusty|frozen|tangled|rusty|shallow|gentle")
)
