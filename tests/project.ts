import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const parts = [
	'src',
	'public',
	'astro.config.ts',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
];

/**
 * Copies the project to `folder`, with caches of its own and without content. `settings` take the place
 * of those in `src/site.ts`.
 */
export function copyProject(
	folder: string,
	settings: Readonly<Record<string, unknown>> = {},
): string {
	for (const path of parts) cpSync(path, join(folder, path), { recursive: true });
	linkPackages(folder);
	const file = join(folder, 'src/site.ts');
	const changed = Object.entries(settings).reduce(
		(text, [name, value]) => {
			const setting = new RegExp(`^\\t${name}:[^]*?,$(?=\\n\\t[\\w/}]|\\n})`, 'm');
			if (!setting.test(text)) throw new Error(`src/site.ts has no "${name}"`);
			return text.replace(setting, () => `\t${name}: ${JSON.stringify(value)},`);
		},
		readFileSync(file, 'utf8'),
	);
	writeFileSync(file, changed);
	return folder;
}

/** Lets the project in `folder` use the packages of this one. */
export function linkPackages(folder: string): void {
	mkdirSync(join(folder, 'node_modules'), { recursive: true });
	for (const entry of readdirSync('node_modules'))
		if (!/^\.(astro|vite|cache)$/.test(entry))
			symlinkSync(resolve('node_modules', entry), join(folder, 'node_modules', entry));
}
