import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

const parts = [
	'src',
	'public',
	'astro.config.ts',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
];

/** Copies the project to `folder`, with caches of its own and without content. */
export function copyProject(folder: string): string {
	for (const path of parts) cpSync(path, join(folder, path), { recursive: true });
	linkPackages(folder);
	return folder;
}

/** Lets the project in `folder` use the packages of this one. */
export function linkPackages(folder: string): void {
	mkdirSync(join(folder, 'node_modules'), { recursive: true });
	for (const entry of readdirSync('node_modules'))
		if (!/^\.(astro|vite|cache)$/.test(entry))
			symlinkSync(resolve('node_modules', entry), join(folder, 'node_modules', entry));
}
