import type { Messages } from './en.ts';

/**
 * The interface in Mongolian (Cyrillic). Words with “review” have no known precedent: a native speaker
 * should read them. Names and numbers stand behind a colon or in quotation marks, because endings would
 * follow their vowels.
 */
export const mn: Messages<'one' | 'other'> = {
	frame: {
		skip: 'Агуулгад шилжих',
		menu: 'Үндсэн цэс', // review
		search: 'Хайх',
		feed: 'RSS фийд',
		languages: 'Хэл',
		archive: 'Архив',
		categories: 'Ангилал',
		tags: 'Сэдвүүд',
		authors: 'Нийтлэгчид',
		about: 'Тухай',
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
		within: (title) => `Хайх: ${title}`, // review
		draft: 'Ноорог',
		scheduled: 'Төлөвлөсөн',
		descriptions: {
			home: (posts, title, site) => `${site}. ${title}: ${posts}.`, // review
			category: (posts, title, site) => `${site}. Ангилал “${title}”: ${posts}.`, // review
			tag: (posts, title, site) => `${site}. Сэдэв “${title}”: ${posts}.`, // review
			author: (posts, title, site) => `${site}. Нийтлэгч ${title}: ${posts}.`, // review
			year: (posts, title, site) => `${site}. ${title} он: ${posts}.`, // review
		},
		index: (title, site, labels) => `${site}. ${title}: ${labels}`, // review
	},
	pages: {
		notFound: 'Хуудас олдсонгүй',
		// review
		notFoundText:
			'Энэ хаягт юу ч алга. Хаягийг буруу бичсэн, эсвэл холбоос хуучирсан байж магадгүй. Энд нийтэлсэн зүйлийн хаяг хэзээ ч өөрчлөгддөггүй тул эндээс хайж үзнэ үү:',
		newest: 'шинэ нийтлэлүүд', // review
		moved: 'Энэ хуудас шилжсэн', // review
		published: (date) => `Нийтэлсэн: ${date}`,
		withdrawn: (date) => `Буцаан татсан: ${date}`, // review
	},
	post: {
		by: (names) => `Нийтэлсэн: ${names}`,
		published: (date) => `Нийтэлсэн: ${date}`,
		updated: (date) => `Сүүлд шинэчилсэн: ${date}`,
		minutes: { one: '# минут уншина', other: '# минут уншина' },
		firstPublished: (where) => `Анх нийтэлсэн: ${where}`, // review
		firstPublishedOn: (date, where) => `Анх нийтэлсэн: ${where}, ${date}`, // review
		alsoIn: (languages) => `Бусад хэлээр: ${languages}`, // review
		draft: 'Ноорог.',
		draftNote: 'Уншигчид энэ нийтлэлийг харахгүй.', // review
		scheduled: 'Төлөвлөсөн.',
		scheduledNote: (moment) =>
			`Уншигчид харж эхлэх хугацаа: ${moment}, сайтыг дахин үүсгэсний дараа.`, // review
		contents: 'Агуулга',
		disclosure: 'Ашиг сонирхлын мэдэгдэл', // review
		acknowledgements: 'Талархал', // review
		permalink: 'Байнгын холбоос',
		cite: 'Ишлэх',
		citeThis: 'Энэ нийтлэлийг ишлэх', // review
		managers: (files) => `Ишлэлийн программд: ${files}`, // review
		rights: 'Эрх', // review
		reserved: 'Бүх эрх хуулиар хамгаалагдсан',
		aboutAuthor: (name) => `Нийтлэгчийн тухай: ${name}`, // review
		related: 'Төстэй нийтлэлүүд',
		neighbours: 'Өмнөх ба дараагийн нийтлэл',
		older: 'Өмнөх',
		newer: 'Дараагийн',
	},
	text: {
		notes: 'Тайлбар',
		back: (note) => `Бичвэр рүү буцах, тайлбар ${note}`,
		table: (number) => `Хүснэгт ${number}`,
		done: 'хийсэн',
		open: 'хийх',
		correction: (date) => `Залруулга, ${date}`,
		play: (title) => `Тоглуулах: ${title}`, // review
		transcript: 'Бичвэр',
	},
	replies: {
		title: 'Сэтгэгдлүүд', // review
		closed: 'Сэтгэгдэл хаалттай байна.',
		leave: 'Хариулт үлдээнэ үү',
		// review
		thanks: 'Баярлалаа. Таны сэтгэгдэл ирлээ; редактор уншсаны дараа энд гарна.',
		author: 'Нийтлэгч',
		byMail: 'Имэйлээр хариулах.', // review
		byMailNote: 'Редактор уншсаны дараа энд гарна. Таны хаягийг нийтлэхгүй.', // review
		note: 'Таны имэйл хаягийг нийтлэхгүй. Шаардлагатай талбаруудыг * гэж тэмдэглэсэн',
		comment: 'Сэтгэгдэл',
		name: 'Нэр',
		email: 'Имэйл',
		website: 'Вэб сайт',
		inReplyTo: 'Хариуд нь',
		thePost: 'нийтлэл', // review
		empty: 'Хоосон үлдээнэ үү', // review
		send: 'Сэтгэгдэл бичих',
		wrong: 'Тэмдэглэсэн талбаруудыг засна уу.', // review
		errors: {
			missing: 'Энэ талбар шаардлагатай.',
			tooLong: {
				one: 'Хэтэрхий урт байна: дээд тал нь # тэмдэгт.',
				other: 'Хэтэрхий урт байна: дээд тал нь # тэмдэгт.',
			},
			email: 'Хүчинтэй имэйл хаяг оруулна уу, жишээ нь name@example.org.',
			website: 'https:// гэж эхэлсэн хаяг оруулна уу.', // review
			invalid: 'Энэ утга буруу байна.', // review
		},
		by: (name) => `Сэтгэгдэл: ${name}`,
	},
	answers: {
		title: 'Таны сэтгэгдэл',
		error: (title) => `Алдаа: ${title}`,
		back: 'Хөтчөөрөө буцна уу: таны бичсэн зүйл хэвээр байгаа.', // review
		failed: 'Таны сэтгэгдлийг хүлээж авч чадсангүй.', // review
		format: 'Сэтгэгдэл буруу хэлбэрээр ирлээ.', // review
		tooLong: 'Энэ сэтгэгдэл хэтэрхий урт байна.',
		notWhole: 'Сэтгэгдэл бүрэн ирсэнгүй.', // review
		foreign: 'Энэ маягтыг нийтлэлийн хуудаснаас илгээгээгүй байна. Эндээс илгээнэ үү.', // review
		damaged: 'Маягт дутуу эсвэл гэмтсэн байна. Эндээс илгээнэ үү.', // review
		noReplies: 'Энэ сайт сэтгэгдэл хүлээж авахаа больсон.', // review
		notKept:
			'Таны сэтгэгдлийг хадгалж чадсангүй. Юу ч алдагдаагүй: доор байна. Дараа дахин оролдож үзнэ үү.',
		gone: 'Энэ нийтлэл энд байхгүй болсон, эсвэл сэтгэгдэл хүлээж авдаггүй.', // review
		closed: 'Сэтгэгдэл хаалттай байна.',
		parentGone: 'Таны хариулж буй сэтгэгдэл байхгүй болсон. Өөр сэтгэгдэл сонгоно уу.', // review
		tooMany: (wait) => `Та хэтэрхий олон сэтгэгдэл бичлээ. Дахин илгээх хүртэл: ${wait}.`, // review
		full: 'Уншигдаагүй сэтгэгдэл хэтэрхий олон байна. Дараа дахин оролдож үзнэ үү.', // review
		onlyForms: 'Сэтгэгдлийг нийтлэлийн хуудаснаас илгээдэг.', // review
	},
	search: {
		title: 'Хайлт',
		description: (site) => `${site}: үг, ангилал, сэдэв, нийтлэгч, оноор хайх.`, // review
		field: 'Хайх үг', // review
		send: 'Хайх',
		noScript: 'Үгээр хайхад JavaScript хэрэгтэй. Түүнгүйгээр эдгээр жагсаалт бүх нийтлэлд хүргэнэ.', // review
		narrow: 'Нарийвчлах', // review
		sort: 'Эрэмбэлэх',
		relevance: 'нийцлээр', // review
		newest: 'огноогоор', // review
		more: 'Илүү олон үр дүн харуулах',
		years: 'Жил',
		languages: 'Хэл',
		none: 'Үр дүн олдсонгүй.',
		// review
		advice:
			'Цөөн эсвэл өөр үг, эсвэл үгийн эхийг бичиж үзнэ үү. Хайлт бичгийн алдаа засдаггүй. Эсвэл жагсаалтаас сэдэв сонгоно уу.',
		everywhere: 'Бүх нийтлэлээс хайх', // review
		lost: 'Хайлтын мэдээллийг ачаалж чадсангүй. Доорх жагсаалт бүх нийтлэлд хүргэнэ.', // review
		all: { one: 'Бүгдийг харуулах (#)', other: 'Бүгдийг харуулах (#)' }, // review
		fewer: 'Цөөнийг харуулах', // review
	},
	feeds: {
		everything: (site) => `${site}: бүгд`, // review
		replies: 'Сэтгэгдлүүд', // review
		repliesTo: (title) => `Сэтгэгдэл: ${title}`,
		replyOn: (name, title) => `${name}: “${title}”`, // review
		withdrawn: (title) => `Буцаан татсан: ${title}`, // review
		origin: (where) => `Энэ бичвэрийг анх нийтэлсэн: ${where}.`, // review
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
		here: { one: '# сэтгэгдэл.', other: '# сэтгэгдэл.' },
		more: 'Цааш', // review
		undo: 'Буцаах', // review
		publishing: 'Нийтэлж байна …', // review
		// review
		failure:
			'Зөвшөөрсөн сэтгэгдлийг нийтэлж чадсангүй. Уншигчид өмнөх сайтыг харсаар байна; дараагийн зөвшөөрөл дахин оролдоно.',
		actions: {
			approve: 'Зөвшөөрөх',
			spam: 'Спам',
			pending: 'Спам биш',
			deleted: 'Устгах',
			takeBack: 'Сэргээх', // review
			'take-down': 'Буцаан татах', // review
			forget: 'Бүрмөсөн устгах', // review
			answer: 'Хариулах',
			approveAndAnswer: 'Зөвшөөрөөд хариулах', // review
		},
		on: (post) => `нийтлэл: ${post}`, // review
		to: (post, reply) => `нийтлэл: ${post}, хариуд нь: ${reply}`, // review
		edit: 'Засварлах',
		name: 'Нэр',
		text: 'Бичвэр',
		answer: 'Хариулт',
		as: 'Хэний нэрээр', // review
		yourself: 'өөрийн нэрээр', // review
		authorOf: (name) => `${name} (нийтлэгч)`, // review
		signals: (reasons) => `Спам гэж үзсэн шалтгаан: ${reasons}`, // review
		honeypot: 'харагддаггүй талбарыг бөглөсөн', // review
		links: { one: '# холбоос', other: '# холбоос' },
		word: (word) => `“${word}” гэсэн үг`, // review
		flood: 'энэ цагт олон сэтгэгдэл ирсэн', // review
		// review
		results: {
			approved: 'Зөвшөөрлөө. Удахгүй нийтлэгдэнэ.',
			decided: 'Өөр редактор шийдсэн байна. Доорх жагсаалтад хүлээгдэж буйг харуулав.',
			answered: 'Зөвшөөрч, хариуллаа. Удахгүй нийтлэгдэнэ.',
			deleted: 'Устгалаа. 7 хоногийн дотор сэргээж болно.',
			forgotten: 'Бүх мэдээллийнх нь хамт бүрмөсөн устгалаа.',
			incomplete: 'Нэр, бичвэр хоёулаа шаардлагатай.',
			spam: 'Спам руу шилжүүллээ.',
			takenDown: 'Буцаан татлаа. Дахин хүлээгдэнэ, уншигчдад удахгүй харагдахаа болино.',
			waiting: 'Дахин хүлээгдэж байна.',
			nothing: 'Юу ч өөрчлөгдсөнгүй.',
		},
		// review
		failed: (reason) =>
			`Юу ч шийдсэнгүй: хадгалж чадсангүй (${reason}). Таны бичсэн зүйл доор байна; дахин оролдоно уу.`,
		damaged: (id) => `Сэтгэгдлийг уншиж чадсангүй: ${id}`, // review
		tooMany: 'Хэтэрхий олон оролдлого хийлээ. Арван таван минутын дараа дахин оролдоно уу.', // review
		foreign: 'Энэ маягтыг энэ хуудаснаас илгээгээгүй байна.', // review
		mailSubject: (post) => `Сэтгэгдэл хүлээгдэж байна: ${post}`, // review
		mailText: (text, desk) => `${text}\n\nУнших хаяг: ${desk}, эсвэл: npm run replies\n`, // review
	},
};
