import type { Messages } from './en.ts';

/**
 * The interface in German, which addresses nobody where it can, and else says “Sie”. Words with
 * “review” have no known precedent: a native speaker should read them.
 */
export const de: Messages<'one' | 'other'> = {
	frame: {
		skip: 'Zum Inhalt springen',
		menu: 'Hauptnavigation',
		search: 'Suchen',
		feed: 'Feed',
		languages: 'Sprachen',
		archive: 'Archiv',
		categories: 'Kategorien',
		tags: 'Schlagwörter',
		authors: 'Autorinnen und Autoren', // review
		about: 'Über uns',
		home: 'Startseite',
	},
	list: {
		trail: 'Sie sind hier', // review
		posts: { one: '# Beitrag', other: '# Beiträge' },
		page: (page) => `Seite ${page}`,
		pageOf: (page, pages) => `Seite ${page} von ${pages}`,
		nth: (title, page, pages) => `${title}, Seite ${page} von ${pages}`,
		pages: 'Seiten dieser Liste', // review
		newer: 'Neuere Beiträge',
		older: 'Ältere Beiträge',
		within: (title) => `In „${title}“ suchen`,
		draft: 'Entwurf',
		scheduled: 'Geplant',
		descriptions: {
			home: (posts, title, site) => `${site}: ${title}, ${posts}.`, // review
			category: (posts, title, site) => `${site}: ${posts} in „${title}“.`, // review
			tag: (posts, title, site) => `${site}: ${posts} mit dem Schlagwort „${title}“.`, // review
			author: (posts, title, site) => `${site}: ${posts} von ${title}.`, // review
			year: (posts, title, site) => `${site}: ${posts} aus dem Jahr ${title}.`, // review
		},
		index: (title, site, labels) => `${site}, ${title}: ${labels}`, // review
	},
	pages: {
		notFound: 'Seite nicht gefunden',
		// review
		notFoundText:
			'Unter dieser Adresse gibt es nichts. Vielleicht ist sie falsch geschrieben, oder ein Verweis ist veraltet. Was hier erschienen ist, behält seine Adresse, deshalb lohnt es sich, hier danach zu suchen:',
		newest: 'die neuesten Beiträge', // review
		moved: 'Diese Seite ist umgezogen', // review
		published: (date) => `Veröffentlicht: ${date}`,
		withdrawn: (date) => `Zurückgezogen: ${date}`, // review
	},
	post: {
		by: (names) => `Von ${names}`,
		published: (date) => `Veröffentlicht: ${date}`,
		updated: (date) => `Zuletzt aktualisiert: ${date}`,
		minutes: { one: '# Minute Lesezeit', other: '# Minuten Lesezeit' },
		firstPublished: (where) => `Zuerst erschienen in: ${where}`, // review
		firstPublishedOn: (date, where) => `Zuerst erschienen: ${date}, in: ${where}`, // review
		alsoIn: (languages) => `Auch auf: ${languages}`, // review
		draft: 'Entwurf.',
		draftNote: 'Leser sehen diesen Beitrag nicht.', // review
		scheduled: 'Geplant.',
		// review
		scheduledNote: (moment) => `Zu sehen ab: ${moment}, sobald die Website danach erzeugt wird.`,
		contents: 'Inhaltsverzeichnis',
		disclosure: 'Offenlegung', // review
		acknowledgements: 'Danksagung', // review
		permalink: 'Permanenter Link',
		cite: 'Zitieren',
		citeThis: 'Diesen Beitrag zitieren', // review
		managers: (files) => `Für Literaturverwaltungen: ${files}`, // review
		rights: 'Rechte', // review
		reserved: 'Alle Rechte vorbehalten',
		aboutAuthor: (name) => `Über ${name}`,
		related: 'Ähnliche Beiträge', // review
		neighbours: 'Vorheriger und nächster Beitrag',
		older: 'Älter',
		newer: 'Neuer',
	},
	text: {
		notes: 'Anmerkungen',
		back: (note) => `Zurück zur Textstelle ${note}`,
		table: (number) => `Tabelle ${number}`,
		done: 'erledigt',
		open: 'offen',
		correction: (date) => `Berichtigung, ${date}`,
		play: (title) => `Abspielen: ${title}`,
		transcript: 'Abschrift',
	},
	replies: {
		title: 'Kommentare',
		closed: 'Die Kommentare sind geschlossen.',
		leave: 'Kommentar schreiben',
		// review
		thanks:
			'Danke. Der Kommentar ist angekommen; er erscheint hier, sobald die Redaktion ihn gelesen hat.',
		author: 'Verfasst den Beitrag', // review
		byMail: 'Kommentar per E-Mail senden.', // review
		// review
		byMailNote:
			'Er erscheint hier, sobald die Redaktion ihn gelesen hat; die Adresse wird nicht veröffentlicht.',
		note: 'Ihre E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert',
		comment: 'Kommentar',
		name: 'Name',
		email: 'E-Mail-Adresse',
		website: 'Website',
		inReplyTo: 'Als Antwort auf',
		thePost: 'den Beitrag',
		empty: 'Bitte leer lassen', // review
		send: 'Kommentar abschicken',
		wrong: 'Bitte korrigieren Sie, was markiert ist.', // review
		errors: {
			missing: 'Dieses Feld ist erforderlich.',
			tooLong: {
				one: 'Hier ist höchstens # Zeichen möglich.',
				other: 'Hier sind höchstens # Zeichen möglich.',
			},
			email: 'Bitte geben Sie eine gültige E-Mail-Adresse ein, etwa name@example.org.',
			website: 'Bitte geben Sie eine Adresse ein, die mit https:// beginnt.', // review
			invalid: 'Diese Angabe ist nicht gültig.', // review
		},
		by: (name) => `Kommentar von ${name}`,
	},
	answers: {
		title: 'Ihr Kommentar',
		error: (title) => `Fehler: ${title}`,
		back: 'Gehen Sie im Browser zurück: Ihr Text ist noch da.', // review
		failed: 'Der Kommentar konnte nicht angenommen werden.', // review
		format: 'Der Kommentar kam in einem falschen Format an.', // review
		tooLong: 'Dieser Kommentar ist zu lang.',
		notWhole: 'Der Kommentar ist nicht vollständig angekommen.', // review
		// review
		foreign: 'Dieses Formular kam nicht von der Seite des Beitrags. Bitte senden Sie es von hier.',
		damaged: 'Das Formular ist unvollständig oder beschädigt. Bitte senden Sie es von hier.', // review
		noReplies: 'Diese Website nimmt keine Kommentare mehr an.', // review
		notKept:
			'Der Kommentar konnte nicht gespeichert werden. Nichts ist verloren: Er steht unten. Bitte senden Sie ihn später erneut.',
		gone: 'Diesen Beitrag gibt es hier nicht mehr, oder er nimmt keine Kommentare an.', // review
		closed: 'Dieser Beitrag nimmt keine Kommentare mehr an.', // review
		parentGone:
			'Den Kommentar, auf den Sie antworten, gibt es nicht mehr. Bitte wählen Sie einen anderen.', // review
		tooMany: (wait) => `Zu viele Kommentare. Bitte senden Sie ihn erneut, in: ${wait}.`, // review
		// review
		full: 'Es warten so viele Kommentare, dass kein weiterer Platz hat. Bitte kommen Sie später wieder.',
		onlyForms: 'Kommentare werden von den Seiten der Beiträge gesendet.', // review
	},
	search: {
		title: 'Suche',
		// review
		description: (site) => `${site}: Suche nach Wörtern, Kategorie, Schlagwort, Person und Jahr.`,
		field: 'Suchwörter', // review
		send: 'Suchen',
		// review
		noScript:
			'Die Suche nach Wörtern braucht JavaScript. Diese Listen führen ohne es zu jedem Beitrag.',
		narrow: 'Eingrenzen', // review
		sort: 'Sortiert nach',
		relevance: 'Relevanz', // review
		newest: 'Datum', // review
		more: 'Mehr Ergebnisse laden',
		years: 'Jahre',
		languages: 'Sprachen',
		none: 'Keine Beiträge gefunden.',
		// review
		advice:
			'Vielleicht helfen weniger oder andere Wörter, oder der Anfang eines Wortes. Die Suche berichtigt keine Schreibung. Auch die Listen führen zu den Beiträgen.',
		everywhere: 'In allen Beiträgen suchen', // review
		lost: 'Das Suchverzeichnis konnte nicht geladen werden. Die Listen unten führen zu jedem Beitrag.', // review
		all: { one: 'Alle anzeigen (#)', other: 'Alle # anzeigen' }, // review
		fewer: 'Weniger anzeigen',
	},
	feeds: {
		everything: (site) => `${site}: alles`, // review
		replies: 'Kommentare',
		repliesTo: (title) => `Kommentare zu „${title}“`,
		replyOn: (name, title) => `${name} zu „${title}“`,
		withdrawn: (title) => `Zurückgezogen: ${title}`, // review
		origin: (where) => `Dieser Text ist ursprünglich erschienen in: ${where}.`, // review
		acknowledgements: 'Danksagung', // review
		// review
		note: 'Dies ist ein Feed. Kopieren Sie die Adresse in ein Leseprogramm für Feeds, dann kommen neue Beiträge zu Ihnen.',
	},
	desk: {
		title: 'Kommentare',
		boxes: {
			pending: 'Ausstehend',
			published: 'Veröffentlicht',
			spam: 'Spam',
			deleted: 'Gelöscht',
		},
		nothing: 'Hier ist nichts.', // review
		here: { one: '# Kommentar.', other: '# Kommentare.' },
		more: 'Mehr',
		undo: 'Rückgängig machen',
		publishing: 'Wird veröffentlicht …', // review
		// review
		failure:
			'Freigegebene Kommentare konnten nicht veröffentlicht werden. Zu sehen ist noch die vorige Website; die nächste Freigabe versucht es erneut.',
		actions: {
			approve: 'Freigeben',
			spam: 'Spam',
			pending: 'Kein Spam',
			deleted: 'Löschen',
			takeBack: 'Zurückholen', // review
			'take-down': 'Zurückziehen', // review
			forget: 'Endgültig löschen',
			answer: 'Antworten',
			approveAndAnswer: 'Freigeben und antworten',
		},
		on: (post) => `zu ${post}`,
		to: (post, reply) => `zu ${post}, an ${reply}`, // review
		edit: 'Bearbeiten',
		name: 'Name',
		text: 'Text',
		answer: 'Antwort',
		as: 'Als', // review
		yourself: 'Sie selbst', // review
		authorOf: (name) => `${name} (hat den Beitrag verfasst)`, // review
		signals: (reasons) => `Für Spam gehalten: ${reasons}`, // review
		honeypot: 'das unsichtbare Feld war ausgefüllt', // review
		links: { one: '# Link', other: '# Links' },
		word: (word) => `das Wort „${word}“`,
		flood: 'viele Kommentare in dieser Stunde', // review
		// review
		results: {
			approved: 'Freigegeben. Er erscheint gleich.',
			decided: 'Jemand anders hat schon entschieden. Die Liste unten zeigt, was noch wartet.',
			answered: 'Freigegeben und beantwortet. Beides erscheint gleich.',
			deleted: 'Gelöscht. 7 Tage lang kann er zurückgeholt werden.',
			forgotten: 'Endgültig gelöscht, mit allem, was dazu gespeichert war.',
			incomplete: 'Name und Text sind erforderlich.',
			spam: 'In den Spam verschoben.',
			takenDown: 'Zurückgezogen. Er wartet wieder und ist gleich nicht mehr zu sehen.',
			waiting: 'Er wartet wieder.',
			nothing: 'Nichts wurde geändert.',
		},
		// review
		failed: (reason) =>
			`Nichts wurde entschieden: Es konnte nicht gespeichert werden (${reason}). Ihr Text steht unten; bitte versuchen Sie es erneut.`,
		damaged: (id) => `Ein Kommentar ist nicht lesbar: ${id}`, // review
		tooMany: 'Zu viele Versuche. Bitte versuchen Sie es in einer Viertelstunde erneut.', // review
		foreign: 'Dieses Formular kam nicht von dieser Seite.', // review
		mailSubject: (post) => `Ein Kommentar wartet: ${post}`, // review
		mailText: (text, desk) => `${text}\n\nZu lesen unter ${desk} oder mit: npm run replies\n`, // review
	},
};
