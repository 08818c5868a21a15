/*
 * Forms of common words, a word a line, by language: what readers ask, and what texts have. None is in two
 * lines of its language. Every form is asked, and the next of its line is to be found, the first after the
 * last: 100 pairs for each language.
 */

export const inflections = {
	en: families(`
		lake lakes lake's lakes'
		city cities city's cities'
		policy policies policy's policies'
		country countries country's countries'
		election elections election's elections'
		government governments government's governmental
		company companies company's companies'
		walk walks walked walking
		report reports reported reporting
		publish publishes published publishing
		study studies studied studying
		argue argues argued arguing
		plan plans planned planning
		stop stops stopped stopping
		move moves moved moving
		carry carries carried carrying
		vote votes voted voting
		decide decides decided deciding
		change changes changed changing
		write writes writing writing's
		box boxes boxed boxing
		church churches church's churches'
		river rivers river's rivers'
		market markets marketed marketing
		quick quickly quickness quicks
	`),
	de: families(`
		Haus Hauses Häuser Häusern
		Baum Baumes Bäume Bäumen
		Buch Buches Bücher Büchern
		Stadt Städte Städten
		Wahl Wahlen
		Fluss Flusses Flüsse Flüssen
		Land Landes Länder Ländern
		Wald Waldes Wälder Wäldern
		Regierung Regierungen
		Zeitung Zeitungen
		Straße Straßen
		Minister Ministers Ministerin Ministerinnen
		Bürger Bürgers Bürgern Bürgerinnen
		Lehrer Lehrers Lehrern Lehrerin
		Kind Kindes Kinder Kindern Kinds
		Tag Tages Tage Tagen
		Mensch Menschen
		Gesetz Gesetzes Gesetze Gesetzen
		Hafen Hafens Häfen
		See Sees Seen
		Frau Frauen
		groß große großen großer großes
		deutsch deutsche deutschen deutscher
		politisch politische politischen politischer politisches
		neu neue neuen neues
		schreiben schreibe schreibt schreibend
		sagen sagt sagte sagten
		leben lebt lebte lebten
	`),
	mn: families(`
		засаг засгийн засагт засгаас засгийг
		улс улсын улсад улсаас улсууд
		ус усны усанд уснаас усаар
		хууль хуулийн хуульд хуулиар хуулиуд
		хот хотын хотод хотоос хотууд
		уул уулын ууланд уулнаас уулстай
		нуур нуурын нуурт нуураас нууртай
		гол голын голд голоос голууд
		ном номын номонд номоос номууд
		морь морины морьтой мориор морио
		хүүхэд хүүхдийн хүүхдэд хүүхдүүд хүүхдүүдийн
		сургууль сургуулийн сургуульд сургуулиас сургуулиуд
		харилцаа харилцааны харилцаанд харилцаагаар харилцаагаа
		гэрээ гэрээний гэрээнд гэрээгээр гэрээнүүд
		эдийн эд эдээр эдтэй эдүүд
		Монгол Монголын Монголд Монголоос монголчууд
		нутаг нутгийн нутагт нутгаас нутгаа
		зураг зургийн зурагт зургаар зургууд
		судлах судалсан судалж судалдаг судална
		мод модны модонд модоор модыг
	`),
} as const;

/** Other words, most of them like one above: they are in the texts too, and nobody asks for them. */
export const others: Record<keyof typeof inflections, readonly string[]> = {
	en: words(`
		landing late liking citizen politics count counter elect govern accompany wall walnut repeat purpose
		public student sturdy argument planet plane stone movie car carriage voter devote decimal chance
		challenge writ wrong boxer rival drive marked remark quiet quit school house
	`),
	de: words(`
		Hausboot hauen Hose Bauch bauen Buchung buchen Stand statt Stadion Wahlergebnis Walnuss Flug flüssig
		Landung Laden Gewalt wild Regen regieren Zeit zeigen Strand Streit Mine mini Burg Bürgermeister leer
		lehren kindisch taugen Menschheit gestern setzen haften sehen sehr fragen Grosz grob deutlich Politik
		neun Neuheit Schrift Schreibtisch Lob Leber Liebe Nacht nach
	`),
	mn: words(`
		засвар засал зах улирал улаан уйл хуудас хувь хурал хотгор хатуу ул уулзалт нуруу нүүр гоол гэрэл
		номлол намар нам найм мартах хүү хүүхэн сургалт сураг харилцагч хар харах гэр гэрлэлт эдгээр мөнгө
		нутгархах нум зурвас зуун суд модлог мэд цаг цагаан сайн сайд
	`),
};

function families(lines: string): string[][] {
	return lines.trim().split('\n').map(words);
}

function words(text: string): string[] {
	return text.trim().split(/\s+/);
}
