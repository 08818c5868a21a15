import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { replaceFile } from '../../disk.ts';
import { withoutPosition } from '../../importing/positions.ts';
import type { Copy } from '../../importing/plan/attachments.ts';
import type { Written } from '../../importing/plan/plan.ts';

/** The name of the file that says what imports have written, in the content folder. */
const recordName = '.import.json';

/** What imports have written, so that what an editor has changed since is left alone. */
interface Record {
	/** The digest of each file, by its path below the content folder. */
	readonly files: { [path: string]: string };
	/** The ids of replies that were given to the inbox. */
	waiting: string[];
}

/** What becomes of a file. */
export type Outcome =
	'new' | 'changed' | 'same' | 'edited' | 'there before' | 'deleted' | 'removed';

/**
 * Takes the files of an import one by one, and writes them when all are known to be right. `write` is
 * whether that is wanted at all.
 */
export function createWriting(content: string, write: boolean) {
	const recordPath = join(content, recordName);
	const record: Record = existsSync(recordPath)
		? (JSON.parse(readFileSync(recordPath, 'utf8')) as Record)
		: { files: {}, waiting: [] };
	const stage = write ? mkdtempSync(join(tmpdir(), 'import-')) : undefined;
	const planned = new Map<
		string,
		{ outcome: Outcome; digest: string; copy?: string | undefined }
	>();
	const skipped = new Set<string>();

	const digestOf = (path: string) => {
		const file = join(content, path);
		return existsSync(file) ? digest(readFileSync(file)) : undefined;
	};
	/** Whether a file is as an import has written it. */
	const isOurs = (path: string) => path in record.files && record.files[path] === digestOf(path);
	const outcomeOf = (path: string, next: string, instead?: string): Outcome => {
		if (instead !== undefined && existsSync(join(content, instead)) && !isOurs(instead))
			return instead in record.files ? 'edited' : 'there before';
		const now = digestOf(path);
		if (now === next) return 'same';
		const last = record.files[path];
		if (now === undefined) {
			// A text with another name than before was not deleted.
			const isMoved = instead !== undefined && instead in record.files;
			return last === undefined || isMoved ? 'new' : 'deleted';
		}
		return last === undefined ? 'there before' : last === now ? 'changed' : 'edited';
	};
	return {
		/** Takes a file. `belongsTo` is the text beside which it lies. */
		add(file: Written | Copy, belongsTo?: string): void {
			const bytes =
				'text' in file ? Buffer.from(file.text) : withoutPosition(readFileSync(file.from));
			const next = digest(bytes);
			const outcome =
				belongsTo !== undefined && skipped.has(belongsTo)
					? 'edited'
					: outcomeOf(file.path, next, 'text' in file ? file.instead : undefined);
			if (outcome === 'edited' || outcome === 'there before' || outcome === 'deleted')
				skipped.add(file.path);
			const isWritten = outcome === 'new' || outcome === 'changed';
			const staged =
				stage !== undefined && isWritten && 'text' in file ? join(stage, next) : undefined;
			if (staged !== undefined) writeFileSync(staged, bytes);
			planned.set(file.path, {
				outcome,
				digest: next,
				copy: staged ?? ('from' in file ? file.from : undefined),
			});
		},
		/** The files that earlier imports have written, and this one does not. */
		obsolete: () => Object.keys(record.files).filter((path) => !planned.has(path) && isOurs(path)),
		outcomes: (): readonly (readonly [string, Outcome])[] =>
			[...planned].map(([path, { outcome }]) => [path, outcome]),
		isGiven: (id: string) => record.waiting.includes(id),
		/** Writes what was taken; `waiting` are the replies that were given to the inbox. */
		finish(waiting: readonly string[]): void {
			for (const path of this.obsolete()) {
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
			record.waiting = [...new Set([...record.waiting, ...waiting])].sort();
			const sorted = Object.fromEntries(Object.entries(record.files).sort());
			const text = `${JSON.stringify({ files: sorted, waiting: record.waiting }, null, '\t')}\n`;
			if (!existsSync(recordPath) || readFileSync(recordPath, 'utf8') !== text)
				replaceFile(recordPath, text);
		},
		/** Removes what was taken and not written. */
		close(): void {
			if (stage !== undefined) rmSync(stage, { recursive: true, force: true });
		},
	};
}

function digest(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
