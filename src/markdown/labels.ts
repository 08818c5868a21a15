import type { VFile } from 'vfile';

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

/** Gives the labels for a text. */
export type LabelsFor = (file: VFile) => Labels;

/** By the language a text's frontmatter names, or `language`; English where we know no better. */
export function labelsOf(language: string): LabelsFor {
	return ({ data }) => {
		const tag = String(data.astro?.frontmatter?.['language'] ?? language);
		return labels[tag.split('-')[0]!] ?? labels['en']!;
	};
}
