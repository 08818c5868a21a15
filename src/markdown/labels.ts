interface Labels {
	readonly notes: string;
	readonly back: string;
	readonly table: string;
	readonly done: string;
	readonly open: string;
}

/** What the site itself writes into a text, in the languages of the publication. */
const labels: Record<string, Labels> = {
	de: {
		notes: 'Anmerkungen',
		back: 'Zurück zur Textstelle',
		table: 'Tabelle',
		done: 'erledigt',
		open: 'offen',
	},
	en: {
		notes: 'Notes',
		back: 'Back to the text at note',
		table: 'Table',
		done: 'done',
		open: 'to do',
	},
	mn: {
		notes: 'Тайлбар',
		back: 'Бичвэр рүү буцах, тайлбар',
		table: 'Хүснэгт',
		done: 'хийсэн',
		open: 'хийх',
	},
};

/** The labels for a text, by the language its frontmatter names; English where we know no better. */
export function labelsFor(frontmatter: Record<string, unknown> | undefined): Labels {
	const [language] = String(frontmatter?.['language'] ?? 'en').split('-');
	return labels[language!] ?? labels['en']!;
}
