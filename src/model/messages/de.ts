import type { Messages } from './en.ts';

/**
 * The interface in German, which addresses nobody where it can, and else says “Sie”. A message
 * with “review” beside or above it has no known precedent: a native speaker should read it.
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
		within: (title) => `In „${title}“ suchen`, // review
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
			'Unter dieser Adresse gibt es nichts. Vielleicht ist sie falsch geschrieben, oder ein Link darauf ist veraltet. Was hier erschienen ist, behält seine Adresse dauerhaft, deshalb lohnt es sich, hier danach zu suchen:',
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
		firstPublishedOn: (date, where) => `Zuerst erschienen in: ${where} (${date})`, // review
		alsoIn: (languages) => `Weitere Sprachen: ${languages}`, // review
		draft: 'Entwurf.',
		draftNote: 'Dieser Beitrag ist nicht öffentlich sichtbar.', // review
		scheduled: 'Geplant.',
		// review
		scheduledNote: (moment) =>
			`Öffentlich sichtbar ab: ${moment}, sobald die Website neu erzeugt wurde.`,
		contents: 'Inhaltsverzeichnis',
		disclosure: 'Offenlegung', // review
		acknowledgements: 'Danksagung', // review
		permalink: 'Permanenter Link',
		cite: 'Zitieren',
		citeThis: 'Diesen Beitrag zitieren', // review
		managers: (files) => `Für die Literaturverwaltung: ${files}`, // review
		rights: 'Rechte', // review
		reserved: 'Alle Rechte vorbehalten', // review
		aboutAuthor: (name) => `Über ${name}`, // review
		related: 'Ähnliche Beiträge', // review
		neighbours: 'Vorheriger und nächster Beitrag',
		older: 'Vorheriger Beitrag',
		newer: 'Nächster Beitrag',
	},
	text: {
		notes: 'Anmerkungen',
		back: (note) => `Zurück zum Text bei Anmerkung ${note}`, // review
		table: (number) => `Tabelle ${number}`,
		done: 'erledigt', // review
		open: 'offen', // review
		correction: (date) => `Berichtigung, ${date}`, // review
		play: (title) => `Abspielen: ${title}`, // review
		transcript: 'Transkript', // review
	},
	replies: {
		title: 'Kommentare',
		closed: 'Die Kommentare sind geschlossen.',
		leave: 'Kommentar schreiben',
		// review
		thanks:
			'Danke. Der Kommentar ist angekommen; er erscheint hier, sobald die Redaktion ihn gelesen hat.',
		author: 'Hat den Beitrag verfasst', // review
		byMail: 'Kommentar per E-Mail senden.', // review
		// review
		byMailNote:
			'Er erscheint hier, sobald die Redaktion ihn gelesen hat; die Adresse wird nicht veröffentlicht.',
		note: 'Ihre E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert.',
		comment: 'Kommentar',
		name: 'Name',
		email: 'E-Mail-Adresse',
		website: 'Website',
		inReplyTo: 'Als Antwort auf',
		thePost: 'den Beitrag',
		empty: 'Bitte leer lassen', // review
		send: 'Kommentar abschicken',
		wrong: 'Bitte korrigieren Sie die markierten Felder.', // review
		errors: {
			missing: 'Dieses Feld ist erforderlich.',
			tooLong: {
				one: 'Hier ist höchstens # Zeichen möglich.',
				other: 'Hier sind höchstens # Zeichen möglich.',
			},
			email: 'Bitte geben Sie eine gültige E-Mail-Adresse ein, etwa name@example.org.',
			website: 'Bitte geben Sie eine Webadresse ein, die mit https:// beginnt.', // review
			invalid: 'Diese Angabe ist nicht gültig.', // review
		},
		by: (name) => `Kommentar von ${name}`,
	},
	answers: {
		title: 'Ihr Kommentar', // review
		error: (title) => `Fehler: ${title}`, // review
		back: 'Gehen Sie im Browser zurück: Ihr Text ist noch da.', // review
		failed: 'Der Kommentar konnte nicht entgegengenommen werden.', // review
		format: 'Der Kommentar kam in einem falschen Format an.', // review
		tooLong: 'Dieser Kommentar ist zu lang.',
		notWhole: 'Der Kommentar ist nicht vollständig angekommen.', // review
		// review
		foreign:
			'Dieses Formular wurde nicht von der Seite des Beitrags aus gesendet. Bitte senden Sie es von hier aus.',
		damaged: 'Das Formular ist unvollständig oder beschädigt. Bitte senden Sie es von hier aus.', // review
		noReplies: 'Auf dieser Website sind keine Kommentare mehr möglich.', // review
		notKept:
			'Der Kommentar konnte nicht gespeichert werden. Nichts ist verloren: Ihr Text steht unten. Bitte senden Sie ihn später erneut.',
		gone: 'Diesen Beitrag gibt es hier nicht mehr, oder er kann nicht kommentiert werden.', // review
		closed: 'Zu diesem Beitrag sind keine Kommentare mehr möglich.', // review
		parentGone:
			'Den Kommentar, auf den Sie antworten, gibt es nicht mehr. Bitte wählen Sie einen anderen.', // review
		tooMany: (wait) => `Zu viele Kommentare. Bitte senden Sie Ihren Kommentar in ${wait} erneut.`, // review
		// review
		full: 'Derzeit warten so viele Kommentare auf Prüfung, dass kein weiterer aufgenommen werden kann. Bitte versuchen Sie es später erneut.',
		onlyForms: 'Kommentare lassen sich nur auf den Seiten der Beiträge absenden.', // review
	},
	search: {
		title: 'Suche',
		// review
		description: (site) => `${site}: Suche nach Wörtern, Kategorie, Schlagwort, Person und Jahr.`,
		field: 'Suchbegriffe', // review
		send: 'Suchen',
		// review
		noScript:
			'Die Suche nach Wörtern braucht JavaScript. Auch ohne JavaScript führen diese Listen zu jedem Beitrag.',
		narrow: 'Eingrenzen', // review
		sort: 'Sortieren nach',
		relevance: 'Relevanz', // review
		newest: 'Datum', // review
		more: 'Mehr Ergebnisse laden',
		years: 'Jahre',
		languages: 'Sprachen',
		none: 'Keine Beiträge gefunden.',
		// review
		advice:
			'Vielleicht helfen weniger oder andere Wörter oder nur ein Wortanfang. Schreibfehler werden nicht korrigiert. Auch die Listen führen zu den Beiträgen.',
		everywhere: 'In allen Beiträgen suchen', // review
		lost: 'Der Suchindex konnte nicht geladen werden. Die Listen unten führen zu jedem Beitrag.', // review
		all: { one: 'Alle anzeigen (#)', other: 'Alle # anzeigen' }, // review
		fewer: 'Weniger anzeigen', // review
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
		note: 'Dies ist ein Feed. Kopieren Sie die Adresse in einen Feedreader, um neue Beiträge automatisch zu erhalten.',
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
		here: { one: '# Kommentar.', other: '# Kommentare.' }, // review
		more: 'Mehr', // review
		undo: 'Rückgängig machen', // review
		publishing: 'Wird veröffentlicht …', // review
		// review
		failure:
			'Freigegebene Kommentare konnten nicht veröffentlicht werden. Zu sehen ist weiterhin der vorige Stand der Website; die nächste Freigabe versucht es erneut.',
		actions: {
			approve: 'Freigeben',
			spam: 'Spam',
			pending: 'Kein Spam',
			deleted: 'Löschen',
			takeBack: 'Wiederherstellen', // review
			'take-down': 'Freigabe aufheben', // review
			forget: 'Endgültig löschen', // review
			answer: 'Antworten', // review
			approveAndAnswer: 'Freigeben und antworten', // review
		},
		on: (post) => `zu ${post}`,
		to: (post, reply) => `zu ${post}, Antwort auf: ${reply}`, // review
		edit: 'Bearbeiten',
		name: 'Name',
		text: 'Text', // review
		answer: 'Antwort', // review
		as: 'Antworten als', // review
		yourself: 'Sie selbst', // review
		authorOf: (name) => `${name} (hat den Beitrag verfasst)`, // review
		signals: (reasons) => `Spamverdacht: ${reasons}`, // review
		honeypot: 'das unsichtbare Feld war ausgefüllt', // review
		links: { one: '# Link', other: '# Links' },
		word: (word) => `das Wort „${word}“`,
		flood: 'viele Kommentare innerhalb einer Stunde', // review
		results: {
			approved: 'Freigegeben. Der Kommentar erscheint gleich.', // review
			decided: 'Jemand anders hat schon entschieden. Die Liste unten zeigt, was noch wartet.', // review
			answered: 'Freigegeben und beantwortet. Beides erscheint gleich.', // review
			deleted: 'Gelöscht. Der Kommentar kann 7 Tage lang wiederhergestellt werden.', // review
			forgotten: 'Endgültig gelöscht, mit allem, was dazu gespeichert war.', // review
			incomplete: 'Name und Text sind erforderlich.', // review
			spam: 'Als Spam eingeordnet.', // review
			takenDown:
				'Freigabe aufgehoben. Der Kommentar wartet wieder und ist gleich nicht mehr zu sehen.', // review
			waiting: 'Der Kommentar wartet wieder.', // review
			nothing: 'Nichts wurde geändert.', // review
		},
		// review
		failed: (reason) =>
			`Die Entscheidung konnte nicht gespeichert werden (${reason}). Ihr Text steht unten; bitte versuchen Sie es erneut.`,
		damaged: (id) => `Ein Kommentar ist nicht lesbar: ${id}`, // review
		tooMany: 'Zu viele Versuche. Bitte versuchen Sie es in einer Viertelstunde erneut.', // review
		foreign: 'Dieses Formular wurde nicht von der Moderationsseite aus gesendet.', // review
		mailSubject: (post) => `Ein Kommentar wartet: ${post}`, // review
		mailText: (text, desk) => `${text}\n\nZu lesen unter ${desk} oder mit: npm run replies\n`, // review
	},
};
