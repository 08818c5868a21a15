import { builtinModules, createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { pathOnDisk, statOf } from '../../disk.ts';
import { displayPath, publicFolder } from '../../folders.ts';
import { finding, type Finding } from '../../model/checks/problems.ts';
import type { Document } from './documents.ts';

/** The ways to write a page of one's own in the folder of routes. */
const routeEndings = ['.astro', '.html', '.md', '.mdx', '.js', '.ts'];

/**
 * Tells whether there is a file that is published as it is, or a route of the owner, at a path below the
 * site's root.
 */
export function publicFiles(content: string): (path: string) => boolean {
	return (path) => {
		const found = pathOnDisk(join(path.startsWith('/files/') ? content : publicFolder, path));
		return (found !== undefined && isFile(found)) || isRoute(path);
	};
}

function isRoute(path: string): boolean {
	// A name in brackets has a parameter, one with an underscore is no route.
	if (/[[\]]|\/_/.test(path)) return false;
	const file = resolve('src/pages', `.${path}`);
	return routeEndings.some((ending) => isFile(file + ending) || isFile(`${file}/index${ending}`));
}

/** The imports of a document that lead nowhere, or to a component that no page can show. */
export function badImports({ file, text }: Document<unknown>): Finding[] {
	return (text?.imports ?? []).flatMap(({ source, line, column }) => {
		const at = { line, column };
		if (!resolves(source, file)) return [finding('missing-import', file, at, source)];
		const path = pathOf(source, file);
		const [wrong] = extname(path) === '.astro' ? unusable(path) : [];
		return wrong
			? [finding('unusable-component', file, at, displayPath(wrong.path), wrong.has)]
			: [];
	});
}

/** What of a component, or of those that it imports, the policy of our pages or Astro cannot do. */
function unusable(
	path: string,
	known = new Set<string>(),
): { readonly path: string; readonly has: 'script' | 'style' }[] {
	if (known.has(path) || !isFile(path)) return [];
	known.add(path);
	const code = readFileSync(path, 'utf8');
	const [, inner = '', markup = code] = /^\s*---\n(.*?)\n?---(.*)$/s.exec(code) ?? [];
	const own = /<script\b(?![^>]*application\/(ld\+)?json)/i.test(markup)
		? 'script'
		: // Astro finds the styles of a component only if it shares a topmost folder with the project.
			/<style\b/i.test(markup) && topmost(path) !== topmost(resolve(''))
			? 'style'
			: undefined;
	const imported = [...inner.matchAll(/\bfrom\s*['"](\.[^'"]+\.astro)['"]/g)];
	return [
		...(own ? [{ path, has: own } as const] : []),
		...imported.flatMap(([, source]) => unusable(pathOf(source!, path), known)),
	];
}

/** Whether an import of a text leads to a file, with or without its ending, or to a package. */
function resolves(target: string, file: string): boolean {
	if (/^(astro|virtual|node):/.test(target) || builtinModules.includes(target)) return true;
	const [path = ''] = target.split('?');
	if (!/^[./]/.test(path)) return isPackage(path);
	const base = pathOf(path, file);
	return ['', '.mjs', '.js', '.mts', '.ts', '.jsx', '.tsx', '.json'].some((ending) =>
		isFile(base + ending),
	);
}

/** The folder of a path next to the root of the disk. */
function topmost(path: string): string | undefined {
	return resolve(path).split(sep)[1];
}

/** The path of what `file` imports, given as Vite reads it: a slash is the project. */
function pathOf(target: string, file: string): string {
	const [path = ''] = target.split('?');
	return path.startsWith('/') ? resolve(`.${path}`) : resolve(dirname(file), path);
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
