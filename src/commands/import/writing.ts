import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { replaceFile } from '../../disk.ts';
import type { ChangedList } from './lists.ts';
import { withoutPosition } from '../../importing/positions.ts';
import type { Copy } from '../../importing/plan/attachments.ts';
import type { Written } from '../../importing/plan/plan.ts';

/** The name of the file that says what imports have written, in the content folder. */
const recordName = '.import.json';

/** What imports have written, so that what an editor has changed since is left alone. */
interface Record {
	/** The digest of each file, by its path below the content folder. */
	readonly files: { [path: string]: string };
	/** The entries of lists as JSON, by the names of lists and their keys. */
	lists: { [name: string]: Readonly<{ [key: string]: string }> };
	/** The ids of replies that were given to the inbox. */
	waiting: string[];
}

/** What becomes of a file. */
export type Outcome =
	| 'new'
	| 'changed'
	| 'same'
	| 'edited'
	| 'there before'
	| 'deleted'
	/** It had images, which this import has not. */
	| 'richer';

/** What leaves a file as it is, against what the import would write. */
const kept = new Set<Outcome>(['edited', 'there before', 'deleted', 'richer']);

/**
 * Takes the files of an import one by one, and writes them when all are known to be right. `write` is
 * whether that is wanted at all.
 */
export function createWriting(content: string, write: boolean) {
	const recordPath = join(content, recordName);
	const record = readRecord(recordPath);
	const stage = write ? mkdtempSync(join(tmpdir(), 'import-')) : undefined;
	const planned = new Map<
		string,
		{ outcome: Outcome; digest: string; instead?: string | undefined; copy?: string | undefined }
	>();
	/** Texts that stay as they are. */
	const skipped = new Map<string, Outcome>();
	/** The former names of texts that have another now. */
	const moved = new Set<string>();
	const given = new Set(record.waiting);

	const digestOf = (path: string) => {
		const file = join(content, path);
		return existsSync(file) ? digest(readFileSync(file)) : undefined;
	};
	/** Whether a file is as an import has written it. */
	const isOurs = (path: string) => path in record.files && record.files[path] === digestOf(path);
	/** Whether an import has written other files beside a text in a folder of its own. */
	const hadImages = (path: string) =>
		path.endsWith('/index.mdx') &&
		Object.keys(record.files).some(
			(other) => other !== path && other.startsWith(path.slice(0, -'index.mdx'.length)),
		);
	const outcomeOf = (path: string, next: string, instead?: string): Outcome => {
		if (instead !== undefined && !isOurs(instead)) {
			if (instead in record.files) return digestOf(instead) === undefined ? 'deleted' : 'edited';
			if (digestOf(instead) !== undefined) return 'there before';
		}
		if (instead !== undefined && instead in record.files && hadImages(instead)) return 'richer';
		const now = digestOf(path);
		if (now === next) return 'same';
		const last = record.files[path];
		if (now === undefined) return last === undefined ? 'new' : 'deleted';
		return last === undefined ? 'there before' : last === now ? 'changed' : 'edited';
	};
	return {
		/** Takes a file. `belongsTo` is the text beside which it lies. */
		add(file: Written | Copy, belongsTo?: string): void {
			const bytes =
				'text' in file ? Buffer.from(file.text) : withoutPosition(readFileSync(file.from));
			const next = digest(bytes);
			const instead = 'text' in file ? file.instead : undefined;
			const above = belongsTo === undefined ? undefined : skipped.get(belongsTo);
			// A text that was edited has its replies; one that is another, or gone, has none.
			const isApart = 'text' in file && (above === 'edited' || above === 'richer');
			const outcome =
				above !== undefined && !isApart && digestOf(file.path) !== next
					? above
					: outcomeOf(file.path, next, instead);
			if (kept.has(outcome)) skipped.set(file.path, outcome);
			if (outcome === 'new' && instead !== undefined && isOurs(instead)) moved.add(instead);
			const isWritten = outcome === 'new' || outcome === 'changed';
			const staged =
				stage !== undefined && isWritten && 'text' in file ? join(stage, next) : undefined;
			if (staged !== undefined) writeFileSync(staged, bytes);
			planned.set(file.path, {
				outcome,
				instead,
				digest: next,
				copy: staged ?? ('from' in file ? file.from : undefined),
			});
		},
		/**
		 * The files that earlier imports have written, and this one does not, but for those beside a text that
		 * stays as it is.
		 */
		obsolete: () => {
			const folders = [...planned].flatMap(([path, { outcome, instead }]) =>
				kept.has(outcome)
					? [path, instead ?? path].map((one) => one.replace(/(\/index)?\.mdx$/, '/'))
					: [],
			);
			return Object.keys(record.files).filter(
				(path) =>
					!planned.has(path) &&
					!moved.has(path) &&
					isOurs(path) &&
					!folders.some((folder) => path.startsWith(folder)),
			);
		},
		/** Whether an import has written a file, changed since or not. */
		isRecorded: (path: string) => path in record.files,
		outcomes: (): readonly (readonly [string, Outcome])[] =>
			[...planned].map(([path, { outcome }]) => [path, outcome]),
		lists: () => record.lists,
		isGiven: (id: string) => given.has(id),
		/**
		 * Writes what was taken; `waiting` are the replies that were given to the inbox. `prune` is whether to
		 * remove what is obsolete.
		 */
		finish(waiting: readonly string[], lists: readonly ChangedList[], prune: boolean): void {
			for (const path of [...moved, ...(prune ? this.obsolete() : [])]) {
				rmSync(join(content, path));
				delete record.files[path];
			}
			for (const [path, { outcome, digest, copy }] of planned) {
				if (outcome === 'same') record.files[path] ??= digest;
				if (outcome !== 'new' && outcome !== 'changed') continue;
				const bytes = withoutPosition(readFileSync(copy!));
				mkdirSync(dirname(join(content, path)), { recursive: true });
				replaceFile(join(content, path), bytes);
				record.files[path] = digest;
			}
			for (const { name, text, written } of lists) {
				if (text !== '') replaceFile(join(content, name), text);
				record.lists[name] = Object.fromEntries(Object.entries(written).sort());
			}
			record.waiting = [...new Set([...record.waiting, ...waiting])].sort();
			const sorted = Object.fromEntries(Object.entries(record.files).sort());
			const text = `${JSON.stringify({ ...record, files: sorted }, null, '\t')}\n`;
			if (!existsSync(recordPath) || readFileSync(recordPath, 'utf8') !== text)
				replaceFile(recordPath, text);
		},
		/** Removes what was taken and not written. */
		close(): void {
			if (stage !== undefined) rmSync(stage, { recursive: true, force: true });
		},
	};
}

/** Reads what imports have written. Throws if the file is damaged. */
function readRecord(path: string): Record {
	const empty: Record = { files: {}, lists: {}, waiting: [] };
	if (!existsSync(path)) return empty;
	try {
		return { ...empty, ...(JSON.parse(readFileSync(path, 'utf8')) as Record) };
	} catch {
		throw new Error(
			`"${path}" is damaged. Restore it, or delete it: then no file is known to be an import’s.`,
		);
	}
}

function digest(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
