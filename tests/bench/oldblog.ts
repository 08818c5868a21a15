import { comment, fields, item, meta, term, wxr } from '../unit/importing/wxr.ts';
import { createRandom } from './random.ts';

/** The sizes of an old blog. */
export interface OldBlog {
	readonly posts: number;
	readonly comments: number;
	/** Characters in the text of a post, about. */
	readonly length?: number;
}

const address = 'https://blog.old.example/lake';
const accounts = ['mlake', 'admin', 'tsolmon'];
const guests = ['Ann Lee', 'Bo Ray', 'Odval Naran', 'Ivo van Marl', 'Сэцэн Од'];
const subjects = ['Mining', 'Policy', 'Protest', 'Herding', 'Elections', 'Nomads', 'Trade'];
const sounds = 'ta re mi lo san dor vel kha ün bat tse gal or nai'.split(' ');

/**
 * Returns the pieces of an export of a blog like those of scholars in the 2010s: years in addresses, posts
 * of guests whom titles or first lines name, authors in categories, categories of one name below two
 * others, Cyrillic titles, notes, pictures, links between posts, comments in threads. All of it is invented;
 * the same sizes give the same export.
 */
export function* oldBlog({ posts, comments, length = 4000 }: OldBlog): Generator<string> {
	const random = createRandom(7);
	const word = () =>
		Array.from({ length: random.between(1, 3) }, () => random.pick(sounds)).join('');
	const sentence = () => {
		const words = Array.from({ length: random.between(6, 18) }, word).join(' ');
		return `${words[0]!.toUpperCase()}${words.slice(1)}.`;
	};
	const [head = '', tail = ''] = wxr('\n@@\n').split('@@');
	yield head + channel();
	let left = comments;
	for (let index = 0; index < posts; index++) {
		const id = index + 10;
		const year = 2011 + Math.floor((index * 12) / posts);
		const day = `${year}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`;
		const isCyrillic = index % 9 === 4;
		const slug = isCyrillic
			? encodeURIComponent(`нуурын-ус-${index}`).toLowerCase()
			: `post-${index}`;
		const guest = index % 7 === 3 ? guests[index % guests.length]! : undefined;
		const title = `${guest && index % 2 ? 'Guest Post: ' : ''}${isCyrillic ? 'Нуурын ус' : sentence().slice(0, -1)}`;
		const body: string[] = guest && index % 14 === 3 ? [`By ${guest}`] : [];
		while (body.join('').length < length)
			body.push(Array.from({ length: random.between(2, 6) }, sentence).join(' '));
		if (index % 5 === 0)
			body.splice(1, 0, `${sentence()}[efn_note]${sentence()}[/efn_note] ${sentence()}`);
		if (index > 0)
			body.push(`See <a href="${address}/${year}/post-${index - 1}/">an earlier post</a>.`);
		if (index % 6 === 0)
			body.push(
				`[caption id="a" width="300"]<a href="${address}/files/${year}/01/p${index}.jpg"><img class="wp-image-${100_000 + index}" src="${address}/files/${year}/01/p${index}-300x200.jpg" alt="View ${index}" /></a> The lake, by <a href="https://ann.example/">Ann</a>[/caption]`,
			);
		const [first, second] = [random.pick(subjects), random.pick(subjects)];
		const own = Math.min(left, index % 3 === 0 ? Math.ceil((comments / posts) * 3) : 0);
		left -= own;
		const replies = Array.from({ length: own }, (_, at) =>
			comment({
				comment_id: comments - left - own + at + 1,
				comment_author: `Reader ${at % 40}`,
				comment_author_email: `reader${at % 40}@mail.example`,
				comment_author_IP: '192.0.2.1',
				comment_content: `${sentence()}\n\n${sentence()} http://reader.example/${at}`,
				comment_parent: at % 3 === 1 ? comments - left - own + at : 0,
				comment_approved: at % 11 === 10 ? 0 : 1,
				comment_date: `${day} 10:00:00`,
				comment_date_gmt: `${day} 02:00:00`,
			}),
		).join('');
		yield `\n${item(
			{
				title,
				link: `${address}/${year}/${slug}/`,
				guid: `${address}/?p=${id}`,
				'dc:creator': accounts[index % accounts.length]!,
				'content:encoded': body.join('\n\n'),
				'excerpt:encoded': index % 4 ? '' : sentence(),
				'wp:post_id': id,
				'wp:post_date': `${day} 09:30:00`,
				'wp:post_date_gmt': `${day} 01:30:00`,
				'wp:post_name': slug,
				'wp:status': index % 50 === 49 ? 'draft' : 'publish',
			},
			term('category', slugOf(first), first) +
				term('category', `${slugOf(second)}-mongolia`, second) +
				(guest && index % 14 === 10 ? term('category', slugOf(guest), guest) : '') +
				term('post_tag', `tag-${index % 120}`, `Tag ${index % 120}`) +
				replies,
		)}`;
		if (index % 6 === 0)
			yield item(
				{
					title: `p${index}`,
					link: `${address}/${year}/${slug}/p${index}/`,
					'wp:post_id': 100_000 + index,
					'wp:post_parent': id,
					'wp:post_type': 'attachment',
					'wp:status': 'inherit',
					'wp:attachment_url': `${address}/files/${year}/01/p${index}.jpg`,
				},
				meta('_wp_attachment_image_alt', `View ${index}`),
			);
	}
	yield tail;
}

function channel(): string {
	const category = (slug: string, label: string, parent = '') =>
		`<wp:category>${fields({ category_nicename: slug, category_parent: parent, cat_name: label }, 'wp:')}</wp:category>`;
	const names = { mlake: ['Mira', 'Lake'], admin: ['', ''], tsolmon: ['Tsolmon', 'Bayar'] };
	return [
		'<title>The Lake Blog</title><language>en-US</language>',
		`<wp:base_site_url>https://blog.old.example/</wp:base_site_url><wp:base_blog_url>${address}</wp:base_blog_url>`,
		...Object.entries(names).map(
			([login, [given = '', family = '']], index) =>
				`<wp:author>${fields({ author_id: index + 1, author_login: login, author_display_name: `${given} ${family}`.trim() || login, author_first_name: given, author_last_name: family, author_email: `${login}@mail.example` }, 'wp:')}</wp:author>`,
		),
		category('author', 'Author'),
		...guests.map((name) => category(slugOf(name), name, 'author')),
		category('mongolia-and', 'Mongolia and ...'),
		...subjects.map((name) => category(slugOf(name), name)),
		...subjects.map((name) => category(`${slugOf(name)}-mongolia`, name, 'mongolia-and')),
	].join('\n');
}

function slugOf(name: string): string {
	return encodeURIComponent(name.toLowerCase().replace(/\s+/g, '-')).toLowerCase();
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}
