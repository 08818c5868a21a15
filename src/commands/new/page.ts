import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { contentFolder } from '../../folders.ts';
import { pageScaffold } from '../../markdown/parse/scaffolds.ts';
import { idPattern } from '../../model/content/values.ts';
import { createUrls } from '../../model/publication/urls.ts';
import { proposeSlug } from '../../model/text/transliterate.ts';
import { site } from '../../site.ts';
import { answer } from '../answers.ts';
import { port } from '../settings.ts';
import type { Writing } from './options.ts';

/** Writes the file of a page. */
export const newPage: Writing = async (given, { addresses }) => {
	const urls = createUrls(site.address);
	const title = await answer({
		option: 'title',
		message: 'What is the title of the page?',
		given: given.title,
		refusal: (text) => (text === '' ? 'A page needs a title.' : undefined),
	});
	const slug = await answer({
		option: 'slug',
		message: 'Which name shall it have in its address, /…/?',
		given: given.slug,
		proposal: proposeSlug(title),
		refusal: (text) => {
			if (!idPattern.test(text)) return 'Use lower-case letters of English, digits and hyphens.';
			const path = `/${text}/`;
			const owner = addresses.find((address) => address.path === path);
			if (owner) return `The address ${path} already belongs to ${owner.file}.`;
			return urls.reserved.includes(urls.page(text))
				? `The address ${path} belongs to a page of the site.`
				: undefined;
		},
	});
	const path = join(contentFolder, 'pages', `${slug}.mdx`);
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, pageScaffold(title), { flag: 'wx' });
	return {
		id: slug,
		file: relative('', path),
		next: [
			`Preview: http://localhost:${port()}${urls.page(slug)} (npm run dev shows it while you write)`,
			'Next:    write below the second line of hyphens; the menu is in src/site.ts',
		],
	};
};
