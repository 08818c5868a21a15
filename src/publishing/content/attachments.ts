import { builtinModules, createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { statOf } from '../../disk.ts';
import { publicFolder } from '../../folders.ts';
import { finding, type Finding } from '../../model/checks/problems.ts';
import type { Document } from './documents.ts';

/** Tells whether a file is published as it is, given its path below the site's root. */
export function publicFiles(content: string): (path: string) => boolean {
	return (path) => isFile(join(path.startsWith('/files/') ? content : publicFolder, path));
}

/** The imports of a document that lead nowhere. */
export function missingImports({ file, text }: Document<unknown>): Finding[] {
	return (text?.imports ?? [])
		.filter(({ source }) => !resolves(source, file))
		.map(({ source, line, column }) => finding('missing-import', file, { line, column }, source));
}

/** Whether an import of a text leads to a file, with or without its ending, or to a package. */
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
