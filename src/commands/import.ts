import { createReadStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { now } from '../clock.ts';
import { filesIn, replaceFile, statOf } from '../disk.ts';
import { displayPath, downloadFolder, inboxFolder } from '../folders.ts';
import { createBalance } from '../importing/plan/balance.ts';
import { decisionsName, usualNotes } from '../importing/plan/decisions.ts';
import type { NewSite } from '../importing/plan/arrange.ts';
import { parseSource } from '../markdown/parse/source.ts';
import { publicFiles } from '../publishing/content/attachments.ts';
import { plan } from '../importing/plan/plan.ts';
import type { Source } from '../importing/records.ts';
import type { Refusal } from '../importing/wordpress/read.ts';
import { openStore } from '../server/start.ts';
import { site } from '../site.ts';
import { printDecisions, readDecisions } from './import/decisions.ts';
import { updateLists, type ChangedList } from './import/lists.ts';
import { createFindCopy, download } from './import/media.ts';
import { listed, printBalance } from './import/report.ts';
import { createWriting, type Outcome } from './import/writing.ts';
import { readOptions, refuse } from './options.ts';
import { replySettings, settings } from './settings.ts';

const usage = `Usage: npm run import -- wordpress export.xml [more.xml …]
       npm run import -- ghost export.json
       npm run import -- folder PATH [--from jekyll|hugo|eleventy|astro]
Says what an import would bring, and writes nothing.
  --write           writes the content; what an editor has changed since the last import stays
  --propose         writes only import.yaml, the decisions that you can change
  --media FOLDER    the files of the old site, such as a copy of wp-content/uploads; may be given twice
  --download        fetches the files that are missing from the old site, into var/import/ or DOWNLOADS_DIR
  --into FOLDER     the content folder, if it is not content/
  --prune           with --write, removes what an earlier import wrote and this one does not
  --full            lists every place in the report
  --anyway          goes on with what could be read of a damaged file`;

const { values, positionals } = readOptions(usage, {
	write: { type: 'boolean', default: false },
	propose: { type: 'boolean', default: false },
	media: { type: 'string', multiple: true, default: [] },
	download: { type: 'boolean', default: false },
	into: { type: 'string' },
	from: { type: 'string' },
	full: { type: 'boolean', default: false },
	anyway: { type: 'boolean', default: false },
	prune: { type: 'boolean', default: false },
	help: { type: 'boolean', default: false },
});
if (values.help) {
	console.log(usage);
	process.exit();
}
const [system, ...paths] = positionals;
if (system === undefined || !/^(wordpress|ghost|folder)$/.test(system))
	refuse(system === undefined ? usage : `There is no import from "${system}".\n${usage}`);
if (paths.length === 0) refuse(`Say what to import.\n${usage}`);
for (const path of [...paths, ...values.media])
	if (!existsSync(path)) refuse(`There is no file or folder "${path}".`);
if (system !== 'folder') {
	if (values.from !== undefined) refuse('--from is for folders alone.');
	for (const path of paths)
		if (statOf(path)?.isDirectory()) refuse(`"${path}" is a folder, and no export of ${system}.`);
}
if (values.write && values.propose)
	refuse('Give --propose to write import.yaml alone, or --write to write all.');
if (new Set(paths.map((path) => resolve(path))).size < paths.length)
	refuse('The same file is named twice.');
settings();
const { CONTENT_DIR } = process.env;
const folder = resolve(values.into ?? (CONTENT_DIR || 'content'));
if (statOf(folder)?.isFile()) refuse(`"${folder}" is a file, and no folder for content.`);
const decisions = readDecisions(folder);

const source = await read();
if ('refusal' in source) refuse(`${source.refusal}\nNothing was written.`, 1);
const writing = openWriting();
const newSite: NewSite = {
	...site,
	authors: authorsIn(folder),
	isPublic: publicFiles(folder),
};

if (values.download) {
	const first = plan(source, decisions, newSite, createFindCopy(folders()), createBalance());
	for await (const _ of first.pieces()) continue;
	const urls = [...first.missing];
	if (urls.length > 0) console.error(`Fetching ${urls.length} files …`);
	const failures = await download(urls, downloadFolder, counter('files', urls.length));
	if (failures.length > 0)
		console.log(`${failures.length} files could not be fetched:${listed(failures, values.full)}\n`);
}

const balance = createBalance();
const planned = plan(source, decisions, newSite, createFindCopy(folders()), balance);
const waiting: Parameters<Awaited<ReturnType<typeof openStore>>['put']>[1][] = [];
let lists: readonly ChangedList[] = [];
try {
	const texts = source.exported.texts.length;
	const tick = counter('texts', texts);
	let done = 0;
	for await (const piece of planned.pieces()) {
		if (piece.kind === 'lists') lists = updateLists(folder, piece.lists, writing.lists());
		else if (piece.kind === 'waiting') waiting.push({ ...piece.reply, signals: [] });
		else {
			writing.add(piece.file, piece.belongsTo);
			if (/\.mdx$/.test(piece.file.path)) tick(++done);
		}
	}
	await finish();
} finally {
	writing.close();
}

async function read(): Promise<Source | Refusal> {
	// Each reader takes time to load, and an import needs one.
	if (system === 'wordpress') {
		const { readWordpress } = await import('../importing/wordpress/read.ts');
		const files = paths.map((path) => ({
			name: basename(path),
			open: () => createReadStream(path, { highWaterMark: 65_536 }),
		}));
		return readWordpress(files, {
			types: decisions.types,
			noteCodes: decisions.notes ?? usualNotes,
			encodedTwice: decisions.encodedTwice,
			anyway: values.anyway,
		});
	}
	if (system === 'ghost') {
		const { readGhost } = await import('../importing/ghost/read.ts');
		if (paths.length > 1) refuse(`An export of Ghost is one file.\n${usage}`);
		return readGhost(readFileSync(paths[0]!, 'utf8'), decisions.addresses ?? []);
	}
	const { systems } = await import('../importing/folder/addresses.ts');
	const { readFolder } = await import('../importing/folder/read.ts');
	const [root = ''] = paths;
	if (paths.length > 1 || !statOf(root)?.isDirectory()) refuse(`Give one folder.\n${usage}`);
	const from = systems.find((one) => one === values.from);
	if (values.from !== undefined && from === undefined)
		refuse(`There is no import from "${values.from}". There are: ${systems.join(', ')}.`);
	values.media.push(root);
	const names = filesIn(root).filter((name) => !/(^|\/)(node_modules|\.git)\//.test(name));
	const read = (name: string) => readFileSync(join(root, name), 'utf8');
	return readFolder({ names, read }, from, decisions.addresses ?? [], now());
}

function openWriting() {
	try {
		return createWriting(folder, values.write);
	} catch (error) {
		return refuse((error as Error).message, 1);
	}
}

/** The authors that the content has. */
function authorsIn(content: string): NewSite['authors'] {
	const place = join(content, 'authors');
	// Those that an import has written are planned like all that it writes.
	return filesIn(place)
		.filter((name) => name.endsWith('.mdx') && !writing.isRecorded(`authors/${name}`))
		.map((name) => {
			const { data } = parseSource(name, readFileSync(join(place, name), 'utf8'));
			const id = basename(name, '.mdx');
			return { id, name: String((data as { name?: unknown } | undefined)?.name ?? id) };
		});
}

function folders(): string[] {
	return [
		...values.media,
		...(values.download && existsSync(downloadFolder) ? [downloadFolder] : []),
	].map((path) => {
		if (!statOf(path)?.isDirectory()) refuse(`"${path}" is no folder.`);
		return resolve(path);
	});
}

/** Returns a function that says every few seconds how far a work is. */
function counter(what: string, all: number) {
	let last = performance.now();
	return (done: number) => {
		if (performance.now() - last < 3000) return;
		last = performance.now();
		console.error(`${done} of ${all} ${what} …`);
	};
}

async function finish(): Promise<void> {
	const { exported } = source as Source;
	const { arranged } = planned;
	const left = Object.entries(exported.left).map(([what, count]) => `${count} × ${what}`);
	if (exported.mended.length > 0)
		console.log(`Of the file:${listed(exported.mended, values.full)}\n`);
	console.log(printBalance(balance, values.full));
	if (left.length > 0)
		console.log(`\nLeft where it is, as no part of the texts:${listed(left, true)}`);
	for (const { reason, places } of balance.remarks())
		console.log(`\nTo know: ${reason} (in ${places.length})${listed(places, values.full)}`);
	if (arranged.doubts.length > 0)
		console.log(`\nTo be looked at:${listed(arranged.doubts, values.full)}`);
	const failures = [
		...balance.faults(),
		...balance
			.rows()
			.filter(({ unexplained }) => unexplained !== 0)
			.map(({ kind, unexplained }) => `${kind}: ${unexplained} that nothing explains`),
	];
	if (failures.length > 0) {
		console.error(`\nSomething would be lost:${listed(failures, values.full)}`);
		end('Nothing was written. This is a mistake of the import: please report it.');
	}
	console.log(`\n${printOutcomes()}`);
	const given = values.write ? await giveToInbox() : [];
	const path = join(folder, decisionsName);
	const writtenBefore = existsSync(path);
	if ((values.write || values.propose) && !writtenBefore) {
		mkdirSync(folder, { recursive: true });
		replaceFile(path, printDecisions(arranged));
		console.log(`Written: ${displayPath(path)}, the decisions. Change them and import again.`);
	}
	if (values.propose && writtenBefore)
		console.log(`${displayPath(path)} is there already, and stays as it is.`);
	if (!values.write) {
		const other = values.propose && !writtenBefore ? 'else ' : '';
		console.log(`Nothing ${other}was written. To write the content: --write`);
		return;
	}
	writing.finish(given, lists, values.prune);
	const elsewhere = values.into === undefined ? '' : ` with CONTENT_DIR=${displayPath(folder)}`;
	console.log(`Next${elsewhere}: npm run check, npm run dev to look at it, then npm run build`);
}

/** Ends the command with an error, without what was staged. */
function end(sentence: string): never {
	writing.close();
	return refuse(sentence, 1);
}

/** Gives the replies that nobody has decided on to the inbox, each once. Resolves to their ids. */
async function giveToInbox(): Promise<string[]> {
	const fresh = waiting.filter(({ id }) => !writing.isGiven(id));
	if (fresh.length === 0) return [];
	const store = await openStore(inboxFolder, replySettings().databaseUrl).catch((error: unknown) =>
		end(`${(error as Error).message} Nothing was written.`),
	);
	for (const reply of fresh) await store.put('pending', reply);
	await (store as { close?: () => Promise<void> }).close?.();
	console.log(`${fresh.length} replies wait for you: npm run replies`);
	return fresh.map(({ id }) => id);
}

function printOutcomes(): string {
	const all = Map.groupBy(writing.outcomes(), ([, outcome]) => outcome);
	const of = (outcome: Outcome) => (all.get(outcome) ?? []).map(([path]) => path);
	const obsolete = writing.obsolete();
	const changes = lists
		.filter(({ text }) => text !== '')
		.map(
			({ name, added, changed, removed }) =>
				`${name}: ${added} new, ${changed} changed, ${removed} removed entries`,
		);
	const lines: [readonly string[], string, boolean][] = [
		[of('new'), 'New files', false],
		[of('changed'), 'Changed files', false],
		[of('same'), 'Files as they are', false],
		[
			obsolete,
			`Files of an earlier import that are no part of this one (${values.prune ? 'they go' : '--prune removes them'})`,
			true,
		],
		[
			of('richer'),
			'Texts that keep the images of an earlier import (give --media again to change them)',
			true,
		],
		[
			of('edited'),
			'Files that an editor has changed, which stay as they are, whatever was decided since',
			true,
		],
		[of('there before'), 'Files that were there before, which stay as they are', true],
		[of('deleted'), 'Files that an editor has deleted or moved, which stay away', true],
		[changes, 'Lists', true],
	];
	return lines
		.filter(([files]) => files.length > 0)
		.map(
			([files, what, shown]) =>
				`${what}: ${files.length}${shown ? listed(files, values.full) : ''}`,
		)
		.join('\n');
}
