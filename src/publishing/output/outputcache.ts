import { existsSync, linkSync, mkdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn, replaceFile } from '../../disk.ts';
import { check, noteOf, readNotes, writeNotes, type Note, type Notes } from './notes.ts';

/** Files that builds make and keep, each by its path and a key: a digest of all it is made of. */
export interface OutputCache {
	/** Why nothing of earlier builds can be used, in a few words; `undefined` if it can. */
	readonly emptied: string | undefined;
	/** How many kept files were damaged. They are made anew. */
	readonly damaged: number;
	/** The file at `path`, if it was made with `key` and is as it was written. */
	get(path: string, key: string): KeptFile | undefined;
	/** Writes the file at `path`. */
	put(path: string, key: string, content: Content): KeptFile;
	/** Keeps the file `from`, which also stays where it is. */
	link(path: string, key: string, from: string): KeptFile;
	/** Deletes the files that were not got or put since the cache was opened, and records the others. */
	close(): void;
}

export interface KeptFile {
	/** Where it lies. */
	readonly path: string;
	/** Of its content. */
	readonly digest: string;
}

/** Of several parts, one after the other. */
export type Content = string | Uint8Array | readonly Uint8Array[];

/** The cache in `folder`. Files that were made by other code than that of `version` are not used. */
export function openOutputCache(folder: string, version: string): OutputCache {
	const notes = readNotes(listOf(folder));
	const emptied = reasonFor(notes, version);
	const nothing: Pick<Notes, 'files' | 'trusted'> = { files: {}, trusted: false };
	const before = notes && notes !== 'damaged' && !emptied ? notes : nothing;
	const files: Record<string, Note> = {};
	const folders = new Set<string>();
	/** It is there while files are written that no list names. */
	const marker = `${folder}.open`;
	const interrupted = existsSync(marker) || before === nothing;
	let damaged = 0;
	const makeRoom = (path: string): string => {
		const file = join(folder, path);
		if (folders.size === 0) replaceFile(marker, '');
		if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
		folders.add(dirname(file));
		return file;
	};
	const keep = (path: string, file: string, note: Note): KeptFile => {
		files[path] = note;
		return { path: file, digest: note.digest };
	};
	return {
		emptied,
		get damaged() {
			return damaged;
		},
		get(path, key) {
			const file = join(folder, path);
			if (files[path]?.key === key) return { path: file, digest: files[path].digest };
			const note = before.files[path];
			if (note?.key !== key) return undefined;
			const whole = check(file, note, before.trusted);
			if (!whole) damaged++;
			return whole && keep(path, file, whole);
		},
		put(path, key, content) {
			const file = makeRoom(path);
			// The published site may be linked to the old file.
			rmSync(file, { force: true });
			const isWhole = typeof content === 'string' || content instanceof Uint8Array;
			const bytes = isWhole ? content : Buffer.concat(content);
			writeFileSync(file, bytes);
			return keep(path, file, noteOf(file, key, bytes));
		},
		link(path, key, from) {
			const file = makeRoom(path);
			rmSync(file, { force: true });
			linkFile(from, file);
			return keep(path, file, noteOf(file, key));
		},
		close() {
			for (const path of interrupted ? filesIn(folder) : Object.keys(before.files))
				if (!files[path]) rmSync(join(folder, path), { force: true });
			writeNotes(listOf(folder), version, files);
			rmSync(marker, { force: true });
		},
	};
}

function reasonFor(notes: ReturnType<typeof readNotes>, version: string): string | undefined {
	if (!notes) return undefined;
	if (notes === 'damaged') return 'the list of what is kept is damaged';
	return notes.version === version ? undefined : 'the code changed';
}

/**
 * Has the file `from` lie at `to` as well; a copy of it, where the disk cannot have it twice. A file
 * that is there already stays.
 */
export function linkFile(from: string, to: string): void {
	try {
		linkSync(from, to);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'EEXIST') return;
		if (code === 'ENOENT' && mkdirSync(dirname(to), { recursive: true })) linkFile(from, to);
		else writeFileSync(to, readFileSync(from));
	}
}

/**
 * Deletes the files in a `folder` of another program's that are not as {@link seal} left them, so that
 * the program makes them anew. Returns how many of them were damaged.
 */
export function openSealed(folder: string): number {
	const notes = readNotes(listOf(folder));
	const sealed = notes === 'damaged' ? undefined : notes;
	let damaged = 0;
	for (const path of filesIn(folder)) {
		const file = join(folder, path);
		const note = sealed?.files[path];
		if (note && check(file, note, sealed.trusted)) continue;
		rmSync(file);
		if (note) damaged++;
	}
	return damaged;
}

/** Records the files that another program keeps in `folder`. Must not be called while it writes. */
export function seal(folder: string): void {
	const notes = readNotes(listOf(folder));
	const before = notes === 'damaged' ? undefined : notes;
	const files = filesIn(folder).map((path) => {
		const file = join(folder, path);
		const note = before?.files[path];
		return [path, (note && check(file, note, before.trusted)) ?? noteOf(file, '')] as const;
	});
	writeNotes(listOf(folder), '', Object.fromEntries(files));
}

function listOf(folder: string): string {
	return `${folder}.json`;
}
