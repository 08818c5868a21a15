import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Attribute, Components } from '../markdown/rules/jsx.ts';

const folder = resolve(import.meta.dirname, '../components/prose');

/** The components that texts may use by name, and the attributes that each declares in its `Props`. */
export async function readComponents(): Promise<Components> {
	const names = (await readdir(folder)).sort();
	return new Map(
		await Promise.all(
			names.map(async (name) => {
				const code = await readFile(join(folder, name), 'utf8');
				return [basename(name, '.astro'), attributesOf(code)] as const;
			}),
		),
	);
}

function attributesOf(code: string): Attribute[] {
	const [, props = ''] = /^interface Props \{\n(.*?)^\}/ms.exec(code) ?? [];
	return [...props.matchAll(/^\t(\w+)(\??):/gm)].map(([, name, optional]) => ({
		name: name!,
		required: optional === '',
	}));
}
