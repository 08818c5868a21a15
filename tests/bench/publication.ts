import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { createRandom, type Random } from './random.ts';

const firstYear = 2011;
const years = 16;
const sounds = {
	onset: [
		'b',
		'br',
		'd',
		'dr',
		'f',
		'g',
		'gr',
		'h',
		'k',
		'l',
		'm',
		'n',
		'p',
		'pl',
		'r',
		's',
		'st',
		't',
		'tr',
		'v',
		'w',
	],
	core: ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'],
	coda: ['', '', 'n', 'r', 's', 't', 'l', 'nd', 'st'],
};

/**
 * Writes a publication of `count` posts into `folder`; the same count gives the same publication.
 * Words are invented, with natural frequencies: the nth is about n times rarer than the first. Of
 * the posts, 5 % use a component, 10 % have footnotes and 2 % have a picture. Each has 1 to 5 of 60
 * categories, up to 6 tags and one or two of 100 authors; there are about half as many tags as
 * posts. With `isIllustrated`, each post has two or three photographs.
 */
export async function generate(
	folder: string,
	count: number,
	isIllustrated = false,
): Promise<void> {
	const random = createRandom(1);
	const words = vocabulary(30_000, random);
	const names = vocabulary(400, random);
	const tags = vocabulary(Math.max(20, Math.round(count / 2)), random);
	rmSync(folder, { recursive: true, force: true });
	write(join(folder, 'categories.yaml'), categories(names));
	for (let i = 0; i < 100; i++) write(join(folder, `authors/author-${i}.mdx`), author(names, i));
	for (let i = 0; i < count; i++) {
		const year = firstYear + Math.floor((i * years) / count);
		const path = join(folder, `posts/${year}/post-${i}`);
		const text = post(i, year, { random, words, tags });
		const views = isIllustrated ? 2 + Number(i % 3 === 0) : Number(i % 50 === 11);
		if (views === 0) write(`${path}.mdx`, text);
		else {
			const names = Array.from({ length: views }, (_, view) => `view-${view}.jpg`);
			const images = names.map((name) => `![A view](./${name})\n`).join('\n');
			write(join(path, 'index.mdx'), `${text}\n${images}`);
			for (const name of names)
				await picture(random, isIllustrated ? 300 : 32).toFile(join(path, name));
		}
	}
	write(join(folder, 'pages/about.mdx'), '---\ntitle: About\n---\n\nGenerated.\n');
}

interface Material {
	readonly random: Random;
	readonly words: readonly string[];
	readonly tags: readonly string[];
}

function post(index: number, year: number, { random, words, tags }: Material): string {
	const word = () => words[random.zipf(words.length)]!;
	const list = <T>(most: number, make: () => T) => [
		...new Set(Array.from({ length: random.between(1, most) }, make)),
	];
	const sentence = () => {
		const text = Array.from({ length: random.between(6, 24) }, word).join(' ');
		return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
	};
	const paragraph = () => Array.from({ length: random.between(2, 6) }, sentence).join(' ');
	const title = Array.from({ length: random.between(3, 8) }, () => random.pick(words)).join(' ');
	const month = String(random.between(1, year === firstYear + years - 1 ? 9 : 12)).padStart(2, '0');
	const day = String(random.between(1, 28)).padStart(2, '0');
	const blocks = [
		paragraph(),
		...Array.from({ length: random.between(2, 5) }, () => [
			`## ${sentence().slice(0, -1)}`,
			...Array.from({ length: random.between(2, 4) }, paragraph),
		]).flat(),
	];
	if (index % 20 === 7) blocks.splice(2, 0, `<Aside title="Aside">\n\n${paragraph()}\n\n</Aside>`);
	if (index % 10 === 3) {
		blocks[0] += '[^1]';
		blocks.push(`[^1]: ${sentence()}`);
	}
	return `---
title: "${title}"
date: ${year}-${month}-${day}
author: [${list(2, () => `author-${random.zipf(100)}`).join(', ')}]
categories: [${list(5, () => `category-${random.zipf(60)}`).join(', ')}]
tags: [${list(6, () => `"${tags[random.zipf(tags.length)]}"`).join(', ')}]
---

${blocks.join('\n\n')}
`;
}

/** A colour image as large as a photograph, the sharper the more dots it is made of. */
function picture(random: Random, width: number) {
	const height = Math.round(width / 1.6);
	const raw = Uint8Array.from({ length: width * height * 3 }, () => random.between(0, 255));
	return sharp(raw, { raw: { width, height, channels: 3 } }).resize(1600, 1000);
}

/** Twelve top-level categories with four subcategories each. */
function categories(names: readonly string[]): string {
	return Array.from({ length: 60 }, (_, i) => {
		const parent = i < 12 ? '' : `\n  parent: category-${i % 12}`;
		return `- id: category-${i}\n  label: "${names[i]}"${parent}`;
	}).join('\n');
}

function author(names: readonly string[], index: number): string {
	const [given, family] = [names[100 + index], names[200 + index]];
	return `---\nname: "${given} ${family}"\ngiven: "${given}"\nfamily: "${family}"\n---\n\nWrites.\n`;
}

/** Invents different words; the frequent ones are shorter. */
function vocabulary(size: number, random: Random): string[] {
	const words = new Set<string>();
	while (words.size < size) {
		const syllables = 1 + Math.floor(Math.log10(words.size + 1) / 1.6) + random.between(0, 1);
		const syllable = () =>
			random.pick(sounds.onset) + random.pick(sounds.core) + random.pick(sounds.coda);
		words.add(Array.from({ length: syllables }, syllable).join(''));
	}
	return [...words];
}

/** Writes a file, and creates its folder if it is missing. */
export function write(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}
