import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { statOf } from '../../disk.ts';
import { waitingSchema, type WaitingReply } from '../../model/replies/replies.ts';
import { boxes, type Box, type Kept, type Store } from './store.ts';

/** The file operations of the store. Tests replace them to observe calls or simulate failures. */
export const disk = { link, mkdir, open, readdir, readFile, rename, rm, writeFile };
export type Disk = typeof disk;

export interface FileStoreOptions {
	readonly fs?: Disk;
	/** Whether to recover drafts of an interrupted run. Only one process must do so. */
	readonly recover?: boolean;
}

/** In milliseconds. Another process may still be writing a younger draft. */
export const draftAge = 60_000;

/**
 * Creates a store with one file per reply, in a folder that only the owner can read. Files appear
 * atomically; each promise resolves after the content and then the name are synced to disk. Rejects
 * if the disk has no hard links.
 */
export async function createFileStore(
	folder: string,
	{ fs = disk, recover = false }: FileStoreOptions = {},
): Promise<Store> {
	const tmp = join(folder, 'tmp');
	const fileOf = (box: Box, id: string) => join(folder, box, `${id}.json`);
	for (const name of ['tmp', ...boxes])
		await fs.mkdir(join(folder, name), { recursive: true, mode: 0o700 });
	await canLink(tmp, fs);

	/** Syncs a folder, so that new names survive a crash. Windows does not support this. */
	const sync = async (path: string) => {
		if (process.platform === 'win32') return;
		const handle = await fs.open(path, 'r');
		await handle.sync().finally(() => handle.close());
	};
	const draft = async (reply: WaitingReply, use: (file: string) => Promise<void>) => {
		const file = join(tmp, randomUUID());
		try {
			const text = JSON.stringify(reply);
			await fs.writeFile(file, text, { flag: 'wx', mode: 0o600, flush: true });
			await use(file);
		} finally {
			await fs.rm(file, { force: true });
		}
	};
	const read = async (box: Box, id: string): Promise<WaitingReply | undefined> => {
		try {
			const text = await fs.readFile(fileOf(box, id), 'utf8');
			return parseWaiting(id, text);
		} catch (error) {
			if (codeOf(error) === 'ENOENT') return undefined;
			throw error;
		}
	};
	const get = async (id: string): Promise<Kept | undefined> => {
		// Two rounds, because the reply can move between boxes during the search.
		for (const box of [...boxes, ...boxes]) {
			const reply = await read(box, id);
			if (reply) return { box, reply };
		}
		return undefined;
	};
	const put = async (box: Box, reply: WaitingReply) => {
		const kept = await get(reply.id);
		if (!kept)
			await draft(reply, async (file) => {
				await fs.link(file, fileOf(box, reply.id)).catch((error: unknown) => {
					if (codeOf(error) !== 'EEXIST') throw error;
				});
			});
		await sync(join(folder, kept?.box ?? box));
	};

	// A complete draft of an interrupted run becomes a pending reply.
	for (const name of recover ? await fs.readdir(tmp) : []) {
		if (Date.now() - (statOf(join(tmp, name))?.mtimeMs ?? 0) < draftAge) continue;
		const reply = await readDraft(join(tmp, name), fs);
		if (reply) await put('pending', reply);
		await fs.rm(join(tmp, name), { force: true });
	}

	return {
		put,
		get,
		async list(box) {
			const names = await fs.readdir(join(folder, box));
			return names
				.filter((name) => name.endsWith('.json'))
				.map((name) => name.slice(0, -'.json'.length))
				.sort();
		},
		async move(id, from, to, reply) {
			const [source, target] = [fileOf(from, id), to && fileOf(to, id)];
			try {
				if (!target) await fs.rm(source);
				else if (to !== from) await fs.rename(source, target);
			} catch (error) {
				if (codeOf(error) === 'ENOENT') return false;
				throw error;
			}
			if (target && reply) await draft(reply, (file) => fs.rename(file, target));
			if (to) await sync(join(folder, to));
			await sync(join(folder, from));
			return true;
		},
	};
}

/** Throws if the text is invalid. The message has only the id: the rest is private. */
function parseWaiting(id: string, text: string): WaitingReply {
	try {
		return waitingSchema.parse(JSON.parse(text));
	} catch {
		throw new Error(`The reply ${id} cannot be read: its file is damaged.`);
	}
}

async function canLink(tmp: string, fs: Disk): Promise<void> {
	const [one, two] = [join(tmp, `.${randomUUID()}`), join(tmp, `.${randomUUID()}`)];
	try {
		await fs.writeFile(one, '');
		await fs.link(one, two);
	} catch (error) {
		throw new Error(
			`Replies cannot be kept in "${tmp}": ${(error as Error).message}. With REPLIES_DIR, choose a folder on a disk that supports hard links.`,
			{ cause: error },
		);
	} finally {
		for (const file of [one, two]) await fs.rm(file, { force: true });
	}
}

async function readDraft(file: string, fs: Disk): Promise<WaitingReply | undefined> {
	try {
		return waitingSchema.parse(JSON.parse(await fs.readFile(file, 'utf8')));
	} catch {
		return undefined;
	}
}

function codeOf(error: unknown): string | undefined {
	return (error as NodeJS.ErrnoException).code;
}
