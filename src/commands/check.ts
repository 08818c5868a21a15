import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { createChecker, type Checked } from '../publishing/content/check.ts';
import { repair } from './check/repair.ts';
import { writeSchemas } from '../diagnostics/schemas.ts';
import { createReader } from '../publishing/content/reader.ts';
import { now } from '../clock.ts';
import { contentFolder, parseCache } from '../folders.ts';
import type { Collections } from '../model/content/collections.ts';
import { due } from '../model/publication/ledger.ts';
import { isError, type Problem } from '../model/checks/problems.ts';
import { assemble } from '../model/publication/publication.ts';
import { firstOfEach, formats, summary, type Format } from '../model/checks/reports.ts';
import { guidelines } from '../model/page/roguescholar.ts';
import { createCanDraw } from '../previews/fonts.ts';
import { site } from '../site.ts';
import { readOptions, refuse } from './options.ts';
import { settings } from './settings.ts';

const usage = `Usage: npm run check [-- paths] [--format text|json|github] [--all] [--fix] [--due] [--rogue-scholar]
  paths     report only problems in these files and folders
  --format  for people (text), programs (json) or GitHub's log (github)
  --all     show all of more than 20 problems of one kind
  --fix     repair problems with only one possible fix: invisible characters, slashes of aliases,
            spelling of tags, old tags and comments of HTML, quotes of attributes, pasted lists,
            indented code
  --due     tell only whether a post has come due since the last build: exit code 0 if so, 1 if not
  --rogue-scholar
            tell which of the guidelines of Rogue Scholar each post keeps`;

const { values, positionals: paths } = readOptions(usage, {
	format: { type: 'string', default: 'text' },
	all: { type: 'boolean' },
	fix: { type: 'boolean' },
	due: { type: 'boolean' },
	'rogue-scholar': { type: 'boolean' },
});
const format = values.format as Format;
if (!Object.hasOwn(formats, format)) refuse(`There is no format "${format}".\n${usage}`);
for (const path of paths) if (!existsSync(path)) refuse(`There is no file or folder "${path}".`);
settings();

const check = createChecker(
	contentFolder,
	site,
	createReader(contentFolder, site, parseCache(site)),
);
const checked = await check(now());
process.exitCode = values.due
	? tellDue(checked)
	: values['rogue-scholar']
		? tellGuidelines(checked)
		: await tellProblems(checked);
await writeSchemas(contentFolder, checked.content);

/** Prints the posts that have come due since the last build. Returns the exit code. */
function tellDue({ ledger, addresses }: Checked): 0 | 1 {
	const posts = due(ledger, addresses);
	for (const { file } of posts) console.log(`Due: ${file}`);
	if (posts.length === 0) console.log('Nothing has come due since the last build.');
	return posts.length > 0 ? 0 : 1;
}

/** Prints the guidelines for each post. Returns 1 on errors, or if a required one is broken. */
function tellGuidelines({ content, replies, problems, ledger }: Checked): 0 | 1 {
	if (problems.some(isError)) {
		console.error(`${summary(problems)} First fix the errors that "npm run check" reports.`);
		return 1;
	}
	const collections = { ...content, replies } as unknown as Collections;
	const publication = assemble(collections, site, now(), ledger);
	const files = new Map(content.posts.map(({ id, file }) => [id, file]));
	let broken = false;
	for (const post of publication.posts.filter(({ id }) => isWanted(files.get(id)!))) {
		console.log(`\n${files.get(post.id)}`);
		for (const { name, required, kept, fix } of guidelines(post, publication)) {
			broken ||= required && !kept;
			const mark = kept ? 'yes' : required ? 'NO ' : 'no ';
			console.log(`  ${mark}  ${name}${kept ? '' : `: ${fix}`}`);
		}
	}
	return broken ? 1 : 0;
}

async function tellProblems({ content, problems }: Checked): Promise<0 | 1> {
	const wanted = problems.filter(({ file }) => isWanted(file));
	const repaired: Problem[] = [];
	let left = wanted;
	if (values.fix)
		for (let round = await repair(left); round.length > 0; round = await repair(left)) {
			repaired.push(...round);
			left = (await check(now())).problems.filter(({ file }) => isWanted(file));
		}
	if (format !== 'text') console.log(formats[format](left));
	else {
		for (const { file, line, code } of repaired) console.log(`${file}:${line}  repaired  ${code}`);
		const { shown, more } = firstOfEach(left, values.all ? Infinity : 20);
		if (shown.length > 0) console.log(formats.text(shown));
		for (const [code, count] of more)
			console.log(`${count} more of ${code}; "npm run check -- --all" shows them.`);
		tellCards(content);
		if (wanted.length > 0) console.log();
		console.log(summary(left));
	}
	return left.some(isError) ? 1 : 0;
}

/** Names the posts whose cards have no title, because their fonts lack its letters. */
function tellCards({ posts }: Checked['content']): void {
	const canDraw = createCanDraw();
	const blank = posts.filter(
		({ file, data }) => isWanted(file) && !('image' in data) && !canDraw(data.title ?? ''),
	);
	if (blank.length === 0) return;
	const files = blank.slice(0, values.all ? Infinity : 5).map(({ file }) => file);
	const more = blank.length > files.length ? ` and ${blank.length - files.length} more` : '';
	console.log(
		`No title in the link preview, whose fonts lack letters of it, and no image instead: ${files.join(', ')}${more}`,
	);
}

function isWanted(file: string): boolean {
	if (paths.length === 0) return true;
	return paths.some((path) => !relative(resolve(path), resolve(file)).startsWith('..'));
}
