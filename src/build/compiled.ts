import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Publication } from '../model/publication.ts';
import { digest, digestOfCode } from './digest.ts';
import { statOf } from './disk.ts';
import type { Document } from './documents.ts';
import { kindNames, type KindName } from './kinds.ts';
import { openSeen } from './seen.ts';
import { sharedReader } from './shared.ts';

/** Documents of which Astro has something to compile: images, or a text with code of its own. */
export type Compiled = ReadonlyMap<KindName, readonly Document<unknown>[]>;

/**
 * Those that are published, as the checks have read them, even if one was saved since. Of a draft Astro
 * is given nothing: it copies images into the site as soon as it sees them.
 */
export async function compiled({ posts }: Publication): Promise<Compiled> {
	const reader = await sharedReader();
	const shown = new Set(posts.map(({ id }) => id));
	const found = new Map<KindName, Document<unknown>[]>();
	for (const kind of kindNames) {
		const documents = (await reader.last(kind)).filter(needsAstro);
		found.set(kind, kind === 'posts' ? documents.filter(({ id }) => shown.has(id)) : documents);
	}
	return found;
}

/** A digest of what Astro compiles, but for the files that these documents take from beside them. */
export function compiledVersion(documents: Compiled, code: string): string {
	const parts = [...documents].flatMap(([kind, those]) =>
		those.map(({ id, raw, text }) => {
			const { image } = raw as { image?: { src?: unknown } };
			return [kind, id, image?.src, text!.facts.images, text!.facts.code];
		}),
	);
	return digest(code, JSON.stringify(parts));
}

/** A digest of all code that makes pages. */
export function codeVersion(): string {
	return digestOfCode(
		'src/{build,components,markdown,model,pages,search,styles}/**',
		'src/*.ts',
		'astro.config.ts',
		'tsconfig.json',
		'.env*',
	);
}

/** A digest of each file, by its path; those of files that have not changed are noted in `cache`. */
export function digestsOf(files: readonly string[], cache: string): Record<string, string> {
	const seen = openSeen(join(cache, 'inputs.json'));
	const digests = files.map((file) => {
		const stats = statOf(file);
		let version = stats ? seen.at(file, stats) : 'gone';
		if (stats && version === undefined)
			seen.note(file, stats, (version = digest(readFileSync(file))));
		return [file, version!];
	});
	seen.keep();
	return Object.fromEntries(digests) as Record<string, string>;
}

function needsAstro({ raw, text }: Document<unknown>): boolean {
	if (!raw || !text) return false;
	const { body, images } = text.facts;
	return body === undefined || images.length > 0 || 'image' in (raw as object);
}
