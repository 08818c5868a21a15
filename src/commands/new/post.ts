import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Checked } from '../../publishing/content/check.ts';
import { contentFolder } from '../../folders.ts';
import { postScaffold } from '../../markdown/parse/scaffolds.ts';
import { parseDate, today, yearOf } from '../../model/publication/dates.ts';
import { idPattern, isLanguageTag } from '../../model/content/values.ts';
import { dateFrom, languageFrom } from '../../model/text/spoken.ts';
import { proposeSlug } from '../../model/text/transliterate.ts';
import { createUrls } from '../../model/publication/urls.ts';
import { isSameLanguage } from '../../model/text/direction.ts';
import { localize, type Localized } from '../../model/publication/site.ts';
import { site } from '../../site.ts';
import {
	answer,
	choose,
	decide,
	interactive,
	other,
	partsOf,
	within,
	type Choice,
	type Selection,
} from '../answers.ts';
import { newAuthor } from './author.ts';
import { newCategory } from './category.ts';
import { imported } from './imported.ts';
import type { Writing } from './options.ts';
import { languagesOf, missingLanguage, originalOf } from './original.ts';
import { refuse } from '../options.ts';
import { port } from '../settings.ts';

/** Writes the draft of a post. */
export const newPost: Writing = async (given, checked) => {
	const { authors, categories, posts } = checked.content;
	if (authors.length === 0 && !interactive)
		refuse('There is no author yet who could write it. Add one: npm run new -- author');

	const draft = given.from === undefined ? undefined : await imported(given.from);
	const original = originalOf(given['translation-of'], posts);
	const title = await answer({
		option: 'title',
		message: 'What is the title?',
		given: given.title ?? draft?.title,
		refusal: (text) => (text === '' ? 'A post needs a title.' : undefined),
	});
	const author = await chooseOrMake(newAuthor, checked, {
		option: 'author',
		message: 'Who wrote it?',
		given: given.author ?? original?.data.author,
		choices: authors.map(({ id, data }) => ({ value: id, label: data.name ?? id })),
		required: true,
	});
	const category = await chooseOrMake(newCategory, checked, {
		option: 'category',
		message: 'Which categories does it belong to?',
		given: given.category ?? original?.data.categories,
		choices: inTree(categories),
		required: false,
	});
	const known = [...new Set(posts.flatMap(({ data }) => data.tags ?? []))];
	const tags =
		given.tag ??
		(interactive
			? partsOf(
					await answer({
						option: 'tag',
						isList: true,
						message: 'Which tags? (Commas between them; it may be empty)',
						given: undefined,
						hint: known.slice(0, 5).join(', '),
					}),
				)
			: []);
	const used = [...new Set(posts.map(({ data }) => data.language ?? site.language))].sort();
	const taken = original ? languagesOf(original, posts) : [];
	const language = languageOf(
		await answer({
			option: 'language',
			message: `Which language is it in? So far there are: ${used.join(', ') || site.language}`,
			given: given.language,
			proposal: missingLanguage(taken),
			refusal: (text) => {
				const tag = languageOf(text);
				if (!isLanguageTag(tag)) return 'Write a language, or a tag such as en or mn.';
				return taken.some((one) => isSameLanguage(one, tag))
					? `The post is already there in "${tag}". Give another language with --language.`
					: undefined;
			},
		}),
	);
	const day = today(new Date(), site.timeZone);
	const date = dateOf(
		await answer({
			option: 'date',
			message: 'When is it to be published?',
			given: given.date,
			proposal: day,
			refusal: (text) =>
				dateFrom(text, day) ? undefined : 'Write a day such as 2026-03-19 or 19 March 2026.',
		}),
		day,
	);
	const year = yearOf(parseDate(date)!);
	const slug = await answer({
		option: 'slug',
		message: `Which name shall it have in its address, /${year}/…/?`,
		given: given.slug,
		proposal: proposeSlug(title),
		refusal: (text) => refusalOf(year, text, checked),
	});
	const inFolder = await decide(
		'Will it have images or other files beside it?',
		given.images ?? ((draft?.images.length ?? 0) > 0 || undefined),
	);

	const id = `${year}/${slug}`;
	const path = join(contentFolder, 'posts', `${id}${inFolder ? '/index' : ''}.mdx`);
	await mkdir(dirname(path), { recursive: true });
	const scaffold = postScaffold({
		title,
		subtitle: draft?.subtitle,
		date,
		authors: author,
		categories: category,
		tags,
		language: language === site.language ? undefined : language,
		translationOf: original?.id,
	});
	await writeFile(path, scaffold + (draft?.body ?? ''), { flag: 'wx' });
	for (const { name, bytes } of draft?.images ?? [])
		await writeFile(join(dirname(path), name), bytes, { flag: 'wx' });
	const address = createUrls(site.address).post(id);
	return {
		id,
		file: relative('', path),
		next: [
			`Preview: http://localhost:${port()}${address} (npm run dev shows it while you write)`,
			draft
				? 'Next:    read it through, then npm run check'
				: 'Next:    write below the second line of hyphens, then npm run check',
			'Publish: delete the line that begins with "draft", then npm run build',
			...(draft?.lost ?? []).map((sentence) => `Lost:    ${sentence}`),
		],
	};
};

/** Resolves to values that are there, and to one that is made when nothing else will do. */
async function chooseOrMake(
	make: Writing,
	checked: Checked,
	selection: Selection,
): Promise<readonly string[]> {
	const { option, choices, required } = selection;
	const isEmpty = choices.length === 0 && required && interactive;
	const chosen = isEmpty
		? [other]
		: await choose({
				...selection,
				choices: interactive ? [...choices, { value: other, label: `new ${option} …` }] : choices,
			});
	const made = chosen.includes(other)
		? [await within(option, async () => (await make({}, checked)).id)]
		: [];
	return [...chosen.filter((value) => value !== other), ...made];
}

/** The categories as a tree: each below its parent, and indented. */
function inTree(
	categories: Checked['content']['categories'],
	parent?: string,
	depth = 0,
): Choice[] {
	return categories
		.filter(({ data }) => data.parent === parent)
		.flatMap(({ id, data }) => [
			{ value: id, label: `${'  '.repeat(depth)}${labelOf(data.label) ?? id}` },
			...(depth < 9 ? inTree(categories, id, depth + 1) : []),
		]);
}

function labelOf(label: Localized | undefined): string | undefined {
	return label && localize(label, site.language, site.language).text;
}

function languageOf(text: string): string {
	return isLanguageTag(text) ? text : (languageFrom(text) ?? text);
}

function dateOf(text: string, day: string): string {
	return dateFrom(text, day) ?? text;
}

/** Returns why a post cannot have an address; `undefined` if it can. */
export function refusalOf(
	year: string,
	slug: string,
	{ addresses, ledger }: Checked,
): string | undefined {
	if (!idPattern.test(slug) || slug === 'index')
		return 'Use lower-case letters of English, digits and hyphens, and no name such as index or con.';
	const path = `/${year}/${slug}/`;
	const owner = addresses.find((address) => address.path === path);
	if (owner) return `The address ${path} already belongs to ${owner.file}.`;
	return path in ledger ? `The address ${path} once belonged to another post.` : undefined;
}
