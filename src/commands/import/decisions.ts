import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { displayPath } from '../../folders.ts';
import { decisionsName, decisionsSchema, type Decisions } from '../../importing/plan/decisions.ts';
import type { Arranged } from '../../importing/plan/arrange.ts';
import { place } from '../../markdown/parse/locate.ts';
import { parseYaml } from '../../markdown/parse/source.ts';
import { parseFields } from '../../model/content/fields.ts';
import { refuse } from '../options.ts';

/** Reads the decisions of an editor; those of nobody if there is no file. Ends the command if it is wrong. */
export function readDecisions(folder: string): Decisions {
	const path = join(folder, decisionsName);
	if (!existsSync(path)) return decisionsSchema.parse({});
	const file = displayPath(path);
	const source = parseYaml(file, readFileSync(path, 'utf8'));
	const { findings } =
		source.data === undefined
			? source
			: parseFields(file, source.data ?? {}, decisionsSchema as never);
	if (findings.length > 0)
		refuse(
			findings
				.map((found) => place(found, source))
				.map(({ line, column, message }) => `${file}:${line}:${column}  ${message}`)
				.join('\n') +
				`\nThe comments in a proposal explain each decision: npm run import -- … --propose, with the file out of the way. Nothing was written.`,
			1,
		);
	return decisionsSchema.parse(source.data ?? {});
}

const explanations: Readonly<Record<string, string>> = {
	addresses: 'Where the old site was. Links to it lead to the new one.',
	permalinks: 'How its posts were addressed, if the export has it wrong: /%year%/%postname%/',
	bases: 'What stood in the addresses of its lists: /category/…, /tag/…, /author/…',
	timeZone: 'How far its clocks were ahead of UTC, for posts without a time in UTC.',
	authors:
		'Who wrote. Accounts and other names of one person stand in one entry: accounts: [ann, admin], names: [Annie Lee]. Citations want given and family; bylines have neither.',
	people: 'Categories (or those above them) and tags that say who wrote a post, by their slugs.',
	guests: 'How the titles of guests begin; shorten: true takes that out of the titles.',
	posts: 'Who wrote a post, if all else is wrong: 2012/salt: [ann-lee]',
	categories:
		'What becomes of categories, by slug: mining: economy folds one into another, mining: null drops it, mining: { tag: Mining } makes it a tag.',
	strip:
		'Paragraphs to leave out, as regular expressions on their words, in any case: "^About Ann Lee", or "^By " for bylines, which stay in texts otherwise.',
	notes: 'The shortcodes around notes.',
	types: 'Types of items that are posts or pages besides these: portfolio: post',
	encodedTwice:
		'Whether letters are wrong throughout, such as “Ð¡Ð°Ð¹Ð½” for “Сайн”: true mends them.',
	private: 'What was for some only: leave it out, or take it along as a draft.',
};

/** Returns the file of decisions as this import has made them, for an editor to change. */
export function printDecisions({ decisions, authors, doubts, old }: Arranged): string {
	const proposed: Record<string, unknown> = {
		...decisions,
		authors: authors
			.filter(({ isThere, accounts, names }) => !isThere || accounts.length > 0 || names.length > 0)
			.map(({ id, name, given, family, url, accounts, names }) => ({
				id,
				name,
				...(given && { given }),
				...(family && { family }),
				...(url && { url }),
				...(accounts.length > 0 && { accounts }),
				...(names.length > 0 && { names }),
			})),
	};
	const parts = Object.entries(explanations).map(([name, explanation]) => {
		const value = proposed[name];
		const printed = stringify({ [name]: value }, { lineWidth: 0, version: '1.2' });
		return `# ${explanation}\n${value === undefined ? `# ${name}:\n` : printed}`;
	});
	const open = doubts.map((doubt) => `#   ${doubt}\n`).join('');
	return `# The decisions of an import. Change them and import again: files that nobody has changed since follow.

${parts.join('\n')}
# The categories of the old site, by slug, and what they are called:
${old.categories.map(({ slug, label }) => `#   ${slug}: ${label}\n`).join('')}${open && `\n# To be looked at, as of this proposal:\n${open}`}`;
}
