import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CheerioAPI } from 'cheerio';
import { builtSite, type SiteName } from './sites.ts';

const sites: [SiteName, string, string][] = [
	['essay', 'https://broadside.example', '/'],
	['fixtures', 'https://broadside.example', '/'],
	['journal', 'https://vesper.example', '/journal/'],
	['languages', 'https://broadside.example', '/'],
];

for (const [name, origin, base] of sites)
	test(`every link, file and fragment of the site "${name}" leads somewhere below ${base}`, () => {
		const { folder, pages } = builtSite(name);
		const broken: string[] = [];
		let links = 0;
		for (const [address, $] of pages)
			for (const target of targets($)) {
				const url = new URL(target, origin + base.replace(/\/$/, '') + encodeURI(address));
				if (url.origin !== origin) continue;
				links++;
				const inside = url.pathname.startsWith(base) && `/${url.pathname.slice(base.length)}`;
				if (inside === false || !resolves(decodeURI(inside), url.hash))
					broken.push(`${address}: ${target}`);
			}

		function resolves(path: string, hash: string): boolean {
			if (!path.endsWith('/')) return existsSync(join(folder, path));
			const page = pages.get(path);
			// An id may itself hold percent signs: the fragment is tried as it is, then decoded.
			return (
				Boolean(page) &&
				(!hash || [hash.slice(1), decodeURIComponent(hash.slice(1))].some((id) => hasId(page!, id)))
			);
		}

		assert.ok(links > 100);
		assert.deepEqual(broken, []);
	});

function targets($: CheerioAPI): string[] {
	return [
		...$('[href]')
			.map((_, element) => $(element).attr('href')!)
			.get(),
		...$('[src]')
			.map((_, element) => $(element).attr('src')!)
			.get(),
		...$('[srcset]')
			.map((_, element) =>
				$(element)
					.attr('srcset')!
					.split(', ')
					.map((part) => part.split(' ')[0]!),
			)
			.get(),
		...$('meta[property="og:url"], meta[property="og:image"]')
			.map((_, element) => $(element).attr('content')!)
			.get(),
	].filter((target) => !target.startsWith('mailto:'));
}

function hasId($: CheerioAPI, id: string): boolean {
	return $('[id]')
		.toArray()
		.some((element) => $(element).attr('id') === id);
}
