import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { publicFolder } from '../folders.ts';
import { finding, type Finding, type Place } from '../model/problems.ts';
import { nearest } from '../model/text.ts';
import { decoded } from '../model/urls.ts';
import { statOf } from './disk.ts';
import type { Document } from './documents.ts';

/** Tells whether a file is published as it is, given its path below the site's root. */
export function publicFiles(content: string): (path: string) => boolean {
	return (path) => isFile(join(path.startsWith('/files/') ? content : publicFolder, path));
}

/** What is wrong with the files that a document takes from beside it: images and imports. */
export async function attachments({ file, raw, text }: Document<unknown>): Promise<Finding[]> {
	const lead = (raw as { image?: { src?: unknown } } | null | undefined)?.image?.src;
	const images: { url: string; at: Place }[] = [
		...(typeof lead === 'string' ? [{ url: lead, at: ['image', 'src'] }] : []),
		...(text?.images ?? []).filter(({ url }) => !/^([a-z]+:)?\/\//i.test(url)),
	];
	const imports = (text?.imports ?? []).filter(({ source }) => !resolves(source, file));
	return [
		...(await Promise.all(images.map(({ url, at }) => checkImage(file, url, at)))).flat(),
		...imports.map(({ source, line, column }) =>
			finding('missing-import', file, { line, column }, source),
		),
	];
}

async function checkImage(file: string, url: string, at: Place): Promise<Finding[]> {
	const named = decoded(url);
	const path = named.startsWith('/') ? join(publicFolder, named) : join(dirname(file), named);
	if (!isFile(path) || !/\.(avif|gif|jpe?g|png|svg|webp)$/i.test(path))
		return [finding('missing-image', file, at, url, beside(path, url))];
	const { size } = statOf(path)!;
	if (size > limit.bytes)
		return [finding('large-image', file, at, basename(path), `${(size / 1e6).toFixed(1)} MB`)];
	if (/\.svg$/i.test(path)) return [];
	// Most publications are checked without it.
	const { imageMetadata } = await import('astro/assets/utils');
	try {
		const { width } = await imageMetadata(readFileSync(path), path);
		return width > limit.width
			? [finding('large-image', file, at, basename(path), `${width} pixels wide`)]
			: [];
	} catch {
		return [finding('unreadable-image', file, at, basename(path))];
	}
}

/** The path as the text would give it of an image that is there and nearly so called. */
function beside(path: string, url: string): string | undefined {
	const folder = dirname(path);
	const near = statOf(folder)?.isDirectory() && nearest(basename(path), readdirSync(folder));
	return near ? url.replace(/[^/]*$/, near) : undefined;
}

/** More than screens show of it, and what a photograph of that width takes at most. */
const limit = { width: 2400, bytes: 2_000_000 };

/** Whether an import of a text leads somewhere: to a file, with or without its ending, or a package. */
function resolves(target: string, file: string): boolean {
	if (/^(astro|virtual|node):/.test(target) || builtinModules.includes(target)) return true;
	const [path = ''] = target.split('?');
	if (!/^[./]/.test(path)) return isPackage(path);
	const base = path.startsWith('/') ? resolve(`.${path}`) : resolve(dirname(file), path);
	return ['', '.mjs', '.js', '.mts', '.ts', '.jsx', '.tsx', '.json'].some((ending) =>
		isFile(base + ending),
	);
}

function isPackage(name: string): boolean {
	try {
		createRequire(import.meta.url).resolve(name);
		return true;
	} catch {
		const [scope = '', own = ''] = name.split('/');
		const folder = scope.startsWith('@') ? `${scope}/${own}` : scope;
		return isFile(resolve('node_modules', folder, 'package.json'));
	}
}

function isFile(path: string): boolean {
	return statOf(path)?.isFile() ?? false;
}
