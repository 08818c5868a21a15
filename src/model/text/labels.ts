/** The words that the site adds to a text. */
export interface Labels {
	readonly notes: string;
	readonly back: string;
	readonly table: string;
	readonly done: string;
	readonly open: string;
	readonly correction: string;
	readonly play: string;
	readonly transcript: string;
}

/** The labels by language. */
const labels: Record<string, Labels> = {
	de: {
		notes: 'Anmerkungen',
		back: 'Zurück zur Textstelle',
		table: 'Tabelle',
		done: 'erledigt',
		open: 'offen',
		correction: 'Berichtigung',
		play: 'Abspielen',
		transcript: 'Abschrift',
	},
	en: {
		notes: 'Notes',
		back: 'Back to the text at note',
		table: 'Table',
		done: 'done',
		open: 'to do',
		correction: 'Correction',
		play: 'Play',
		transcript: 'Transcript',
	},
	mn: {
		notes: 'Тайлбар',
		back: 'Бичвэр рүү буцах, тайлбар',
		table: 'Хүснэгт',
		done: 'хийсэн',
		open: 'хийх',
		correction: 'Залруулга',
		play: 'Тоглуулах',
		transcript: 'Бичвэр',
	},
};

/** Returns the labels in the language of the text, or in English if there are none. */
export function labelsIn(language: string): Labels {
	return labels[language.split('-')[0]!] ?? labels['en']!;
}
