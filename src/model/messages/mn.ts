import type { Messages } from './en.ts';

/**
 * The interface in Mongolian (Cyrillic). A message with “review” beside or above it has no known
 * precedent: a native speaker should read it. Names and numbers stand behind a colon or in quotation
 * marks, because endings would follow their vowels.
 */
export const mn: Messages<'one' | 'other'> = {
	frame: {
		skip: 'Агуулга руу шилжих',
		menu: 'Үндсэн цэс', // review
		search: 'Хайх',
		feed: 'RSS фийд',
		languages: 'Хэл',
		archive: 'Архив',
		categories: 'Ангилал',
		tags: 'Сэдвүүд',
		authors: 'Зохиогчид', // review
		about: 'Бидний тухай',
		home: 'Нүүр хуудас',
	},
	list: {
		trail: 'Та энд байна', // review
		posts: { one: '# нийтлэл', other: '# нийтлэл' },
		page: (page) => `Хуудас ${page}`,
		pageOf: (page, pages) => `Хуудас ${page} / ${pages}`,
		nth: (title, page, pages) => `${title}, хуудас ${page} / ${pages}`,
		pages: 'Хуудаслалт',
		newer: 'Шинэ нийтлэлүүд',
		older: 'Хуучин нийтлэлүүд',
		within: (title) => `“${title}” дотроос хайх`, // review
		draft: 'Ноорог',
		scheduled: 'Төлөвлөсөн',
		descriptions: {
			home: (posts, title, site) => `${site}. ${title}: ${posts}.`, // review
			category: (posts, title, site) => `${site}. “${title}” ангилал: ${posts}.`, // review
			tag: (posts, title, site) => `${site}. “${title}” сэдэв: ${posts}.`, // review
			author: (posts, title, site) => `${site}. Зохиогч ${title}: ${posts}.`, // review
			year: (posts, title, site) => `${site}. ${title} он: ${posts}.`, // review
		},
		index: (title, site, labels) => `${site}. ${title}: ${labels}`, // review
	},
	pages: {
		notFound: 'Хуудас олдсонгүй',
		// review
		notFoundText:
			'Энэ хаягаар юу ч олдсонгүй. Хаягийг буруу бичсэн, эсвэл холбоос хуучирсан байж магадгүй. Энд нийтэлсэн зүйлийн хаяг хэзээ ч өөрчлөгддөггүй тул эндээс хайж үзнэ үү:',
		newest: 'хамгийн шинэ нийтлэлүүд', // review
		moved: 'Энэ хуудас шилжсэн', // review
		published: (date) => `Нийтэлсэн: ${date}`,
		withdrawn: (date) => `Буцаан татсан: ${date}`, // review
	},
	post: {
		by: (names) => `Зохиогч: ${names}`, // review
		published: (date) => `Нийтэлсэн: ${date}`,
		updated: (date) => `Сүүлд шинэчилсэн: ${date}`,
		minutes: { one: '# минут уншина', other: '# минут уншина' },
		firstPublished: (where) => `Анх нийтлэгдсэн эх сурвалж: ${where}`, // review
		firstPublishedOn: (date, where) => `Анх нийтлэгдсэн эх сурвалж: ${where}, ${date}`, // review
		alsoIn: (languages) => `Бусад хэлээр: ${languages}`, // review
		draft: 'Ноорог.',
		draftNote: 'Уншигчид энэ нийтлэлийг харахгүй.', // review
		scheduled: 'Төлөвлөсөн.',
		// review
		scheduledNote: (moment) =>
			`Уншигчдад харагдаж эхлэх өдөр: ${moment}, сайтыг дахин үүсгэсний дараа.`,
		contents: 'Агуулга',
		disclosure: 'Ашиг сонирхлын мэдэгдэл', // review
		acknowledgements: 'Талархал', // review
		permalink: 'Байнгын холбоос',
		cite: 'Ишлэх',
		citeThis: 'Энэ нийтлэлийг ишлэх', // review
		managers: (files) => `Ишлэл удирдах программд зориулсан файл: ${files}`, // review
		rights: 'Зохиогчийн эрх', // review
		reserved: 'Бүх эрх хуулиар хамгаалагдсан',
		aboutAuthor: (name) => `Зохиогчийн тухай: ${name}`, // review
		related: 'Төстэй нийтлэлүүд',
		neighbours: 'Өмнөх ба дараагийн нийтлэл',
		older: 'Өмнөх нийтлэл',
		newer: 'Дараагийн нийтлэл',
	},
	text: {
		notes: 'Тайлбар',
		back: (note) => `Бичвэр лүү буцах, тайлбар ${note}`, // review
		table: (number) => `Хүснэгт ${number}`,
		done: 'хийсэн', // review
		open: 'хийгээгүй', // review
		correction: (date) => `Залруулга, ${date}`, // review
		play: (title) => `Тоглуулах: ${title}`, // review
		transcript: 'Ярианы бичвэр', // review
	},
	replies: {
		title: 'Сэтгэгдлүүд', // review
		closed: 'Сэтгэгдэл хаалттай байна.',
		leave: 'Сэтгэгдэл үлдээнэ үү',
		// review
		thanks: 'Баярлалаа. Таны сэтгэгдлийг хүлээн авлаа; редактор уншсаны дараа энд нийтлэгдэнэ.',
		author: 'Нийтлэлийн зохиогч', // review
		byMail: 'Имэйлээр сэтгэгдэл илгээх.', // review
		byMailNote: 'Редактор уншсаны дараа энд гарна. Таны хаягийг нийтлэхгүй.', // review
		note: 'Таны имэйл хаягийг нийтлэхгүй. Заавал бөглөх талбарыг * тэмдгээр тэмдэглэсэн.',
		comment: 'Сэтгэгдэл',
		name: 'Нэр',
		email: 'Имэйл',
		website: 'Вэб сайт',
		inReplyTo: 'Юунд хариулах', // review
		thePost: 'нийтлэл', // review
		empty: 'Энэ талбарыг хоосон орхино уу', // review
		send: 'Сэтгэгдэл илгээх',
		wrong: 'Тэмдэглэсэн талбаруудыг засна уу.', // review
		errors: {
			missing: 'Энэ талбарыг бөглөнө үү.',
			tooLong: {
				one: 'Хэтэрхий урт байна: дээд тал нь # тэмдэгт.',
				other: 'Хэтэрхий урт байна: дээд тал нь # тэмдэгт.',
			},
			email: 'Хүчинтэй имэйл хаяг оруулна уу, жишээ нь name@example.org.',
			website: 'https:// гэж эхэлсэн хаяг оруулна уу.', // review
			invalid: 'Энэ утга буруу байна.', // review
		},
		by: (name) => `Сэтгэгдэл бичсэн: ${name}`, // review
	},
	answers: {
		title: 'Таны сэтгэгдэл', // review
		error: (title) => `Алдаа: ${title}`, // review
		back: 'Хөтчийнхөө буцах товчийг дарна уу: таны бичсэн зүйл хэвээр байгаа.', // review
		failed: 'Таны сэтгэгдлийг хүлээж авч чадсангүй.', // review
		format: 'Сэтгэгдэл буруу хэлбэрээр ирлээ.', // review
		tooLong: 'Энэ сэтгэгдэл хэтэрхий урт байна.',
		notWhole: 'Сэтгэгдэл бүрэн ирсэнгүй.', // review
		foreign: 'Энэ маягтыг нийтлэлийн хуудаснаас илгээгээгүй байна. Эндээс илгээнэ үү.', // review
		damaged: 'Маягт дутуу эсвэл гэмтсэн байна. Эндээс илгээнэ үү.', // review
		noReplies: 'Энэ сайт сэтгэгдэл хүлээж авахаа больсон.', // review
		notKept:
			'Таны сэтгэгдлийг хадгалж чадсангүй. Таны бичсэн зүйл алдагдаагүй, доор байна. Дараа дахин илгээнэ үү.',
		gone: 'Энэ нийтлэл энд байхгүй болсон, эсвэл сэтгэгдэл хүлээж авдаггүй.', // review
		closed: 'Сэтгэгдэл хаалттай байна.',
		parentGone: 'Таны хариулж буй сэтгэгдэл байхгүй болсон. Өөр сэтгэгдэл сонгоно уу.', // review
		tooMany: (wait) => `Та хэтэрхий олон сэтгэгдэл бичлээ. ${wait} хүлээгээд дахин илгээнэ үү.`, // review
		full: 'Уншигдаагүй сэтгэгдэл хэтэрхий олон байна. Дараа дахин оролдож үзнэ үү.', // review
		onlyForms: 'Сэтгэгдлийг нийтлэлийн хуудаснаас илгээдэг.', // review
	},
	search: {
		title: 'Хайлт',
		description: (site) => `${site}: үг, ангилал, сэдэв, зохиогч, оноор хайх.`, // review
		field: 'Хайх үг', // review
		send: 'Хайх',
		// review
		noScript:
			'Үгээр хайхад JavaScript хэрэгтэй. JavaScript-гүй бол эдгээр жагсаалтаас бүх нийтлэлийг олж болно.',
		narrow: 'Шүүлтүүр', // review
		sort: 'Эрэмбэлэх',
		relevance: 'хамаарлаар', // review
		newest: 'огноогоор', // review
		more: 'Илүү олон үр дүн харуулах',
		years: 'Жил',
		languages: 'Хэл',
		none: 'Үр дүн олдсонгүй.',
		// review
		advice:
			'Цөөн үгээр, өөр үгээр эсвэл үгийн эхний үсгүүдээр хайж үзнэ үү. Хайлт үсгийн алдааг засдаггүй. Эсвэл жагсаалтаас сонгоно уу.',
		everywhere: 'Бүх нийтлэлээс хайх', // review
		// review
		lost: 'Хайлтын мэдээллийг ачаалж чадсангүй. Доорх жагсаалтаас бүх нийтлэлийг олж болно.',
		all: { one: 'Бүгдийг харуулах (#)', other: 'Бүгдийг харуулах (#)' }, // review
		fewer: 'Бага харуулах', // review
	},
	feeds: {
		everything: (site) => `${site}: бүгд`, // review
		replies: 'Сэтгэгдлүүд', // review
		repliesTo: (title) => `“${title}” нийтлэлийн сэтгэгдлүүд`, // review
		replyOn: (name, title) => `“${title}” нийтлэлд бичсэн: ${name}`, // review
		withdrawn: (title) => `Буцаан татсан: ${title}`, // review
		origin: (where) => `Энэ бичвэрийн анх нийтлэгдсэн эх сурвалж: ${where}.`, // review
		acknowledgements: 'Талархал', // review
		note: 'Энэ бол RSS фийд. Хаягийг нь фийд уншигч программд хуулбал шинэ нийтлэл танд ирнэ.', // review
	},
	desk: {
		title: 'Сэтгэгдлүүд', // review
		boxes: {
			pending: 'Хүлээгдэж байна',
			published: 'Нийтэлсэн',
			spam: 'Спам',
			deleted: 'Устгасан', // review
		},
		nothing: 'Энд юу ч алга.', // review
		here: { one: '# сэтгэгдэл.', other: '# сэтгэгдэл.' }, // review
		more: 'Цааш', // review
		undo: 'Буцаах', // review
		publishing: 'Нийтэлж байна…', // review
		// review
		failure:
			'Зөвшөөрсөн сэтгэгдлийг нийтэлж чадсангүй. Уншигчид сайтын өмнөх хувилбарыг харсаар байна; дараагийн сэтгэгдлийг зөвшөөрөхөд дахин оролдоно.',
		actions: {
			approve: 'Зөвшөөрөх',
			spam: 'Спам',
			pending: 'Спам биш',
			deleted: 'Устгах',
			takeBack: 'Сэргээх', // review
			'take-down': 'Буцаан татах', // review
			forget: 'Бүрмөсөн устгах', // review
			answer: 'Хариулах', // review
			approveAndAnswer: 'Зөвшөөрөөд хариулах', // review
		},
		on: (post) => `нийтлэл: ${post}`, // review
		to: (post, reply) => `нийтлэл: ${post}, хариулсан сэтгэгдэл: ${reply}`, // review
		edit: 'Засварлах',
		name: 'Нэр',
		text: 'Бичвэр', // review
		answer: 'Хариулт', // review
		as: 'Хэний нэрээр', // review
		yourself: 'өөрийн нэрээр', // review
		authorOf: (name) => `${name} (нийтлэлийн зохиогч)`, // review
		signals: (reasons) => `Спам гэж үзсэн шалтгаан: ${reasons}`, // review
		honeypot: 'харагддаггүй талбарыг бөглөсөн', // review
		links: { one: '# холбоос', other: '# холбоос' },
		word: (word) => `“${word}” гэсэн үг`, // review
		flood: 'нэг цагийн дотор олон сэтгэгдэл ирсэн', // review
		results: {
			approved: 'Зөвшөөрлөө. Удахгүй нийтлэгдэнэ.', // review
			// review
			decided: 'Өөр редактор шийдсэн байна. Доорх жагсаалтад хүлээгдэж буй сэтгэгдлүүд байна.',
			answered: 'Зөвшөөрч, хариуллаа. Хоёулаа удахгүй нийтлэгдэнэ.', // review
			deleted: 'Устгалаа. 7 хоногийн дотор сэргээж болно.', // review
			forgotten: 'Бүх мэдээллийнх нь хамт бүрмөсөн устгалаа.', // review
			incomplete: 'Нэр, бичвэрийг заавал бөглөнө үү.', // review
			spam: 'Спам руу шилжүүллээ.', // review
			takenDown: 'Буцаан татлаа. Дахин хүлээгдэнэ, уншигчдад удахгүй харагдахаа болино.', // review
			waiting: 'Дахин хүлээгдэж байна.', // review
			nothing: 'Юу ч өөрчлөгдсөнгүй.', // review
		},
		// review
		failed: (reason) =>
			`Шийдвэрийг хадгалж чадсангүй (${reason}). Таны бичсэн зүйл доор байна; дахин оролдоно уу.`,
		damaged: (id) => `Сэтгэгдлийг уншиж чадсангүй: ${id}`, // review
		tooMany: 'Хэтэрхий олон оролдлого хийлээ. Арван таван минутын дараа дахин оролдоно уу.', // review
		foreign: 'Энэ маягтыг сэтгэгдэл хянах хуудаснаас илгээгээгүй байна.', // review
		mailSubject: (post) => `Сэтгэгдэл хүлээгдэж байна: ${post}`, // review
		mailText: (text, desk) =>
			`${text}\n\nУнших хаяг: ${desk}, эсвэл дараах тушаалаар: npm run replies\n`, // review
	},
};
