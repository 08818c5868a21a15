import { existsSync, readFileSync, type Stats } from 'node:fs';
import { replaceFile, statOf } from '../../disk.ts';
import { digest } from './digest.ts';

/** What is recorded of a kept file, so that damage to it is noticed. */
export interface Note {
	/** What it was made of, as a digest. Empty where another program made it. */
	readonly key: string;
	/** Of its content. */
	readonly digest: string;
	/** Its time, size and number on the disk, by which Git, too, tells that a file is unchanged. */
	readonly state: string;
}

/** The notes of the files in a folder, by their paths. */
export interface Notes {
	/** Of the code that made the files. */
	readonly version: string;
	readonly files: Readonly<Record<string, Note>>;
	/** Whether states can be trusted: not after the machine has crashed or started again. */
	readonly trusted: boolean;
}

/** The notes in the file `list`: 'damaged' if it is not as it was written, `undefined` if it is gone. */
export function readNotes(list: string): Notes | 'damaged' | undefined {
	if (!existsSync(list)) return undefined;
	const [sum, text = ''] = readFileSync(list, 'utf8').split('\n');
	if (sum !== digest(text)) return 'damaged';
	const { boot: lastBoot, ...notes } = JSON.parse(text) as Omit<Notes, 'trusted'> & {
		boot: string;
	};
	return { ...notes, trusted: lastBoot === boot };
}

/** Writes notes, below a digest of them. */
export function writeNotes(list: string, version: string, files: Notes['files']): void {
	const text = JSON.stringify({ version, boot, files });
	replaceFile(list, `${digest(text)}\n${text}`);
}

/** The note of the file at `path` as it is now, with this `content`. */
export function noteOf(
	path: string,
	key: string,
	content: string | Uint8Array = readFileSync(path),
): Note {
	return { key, digest: digest(content), state: stateOf(statOf(path)!) };
}

/**
 * The note of a file that still has the content of which `note` was made; `undefined` if it is gone or
 * damaged. The content is read only if the file's state has changed or is not `trusted`.
 */
export function check(path: string, note: Note, trusted: boolean): Note | undefined {
	const stats = statOf(path);
	if (!stats?.isFile()) return undefined;
	if (trusted && stateOf(stats) === note.state) return note;
	const now = noteOf(path, note.key);
	return now.digest === note.digest ? now : undefined;
}

/** The time of the last change of a file's links is left out: published sites come and go with them. */
function stateOf({ mtimeMs, size, ino }: Stats): string {
	return [mtimeMs, size, ino].join(' ');
}

/** Tells one run of the machine from another. Where the system does not say, all runs are one. */
const boot = existsSync('/proc/sys/kernel/random/boot_id')
	? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
	: '';
