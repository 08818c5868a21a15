import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { element, text } from '../markup/elements.ts';
import { parseHtml } from '../markup/mdx.ts';
import type { ExportedContent, ExportedFile, Source } from '../records.ts';
import { htmlOfBody } from './body.ts';
import { seemsTwice, undoTwice } from './encoding.ts';
import { bodyOf, idOf } from './items.ts';
import { notes } from './notes.ts';
import { createCollector, kindOf, type WordpressOptions } from './wxr.ts';
import { createReport, readXml, type XmlReport } from './xml.ts';

/** A file of an export, which can be read as often as needed. */
export interface ExportFile {
	readonly name: string;
	open(): AsyncIterable<Uint8Array>;
}

/** Why an export cannot be imported. */
export interface Refusal {
	readonly refusal: string;
}

export interface ReadOptions extends WordpressOptions {
	/** The names of the shortcodes around notes. */
	readonly noteCodes: readonly string[];
	/** Whether the texts of the export were encoded twice. */
	readonly encodedTwice: boolean;
	/** Whether to go on with what could be read of a file with faults. */
	readonly anyway: boolean;
}

/** Reads an export of WordPress in the format WXR, which may come in several files. */
export async function readWordpress(
	files: readonly ExportFile[],
	options: ReadOptions,
): Promise<Source | Refusal> {
	const collector = createCollector(options);
	const mended: string[] = [];
	const mend = options.encodedTwice ? undoTwice : undefined;
	for (const { name, open } of files) {
		const report = createReport();
		let count = 0;
		let twice = 0;
		for await (const one of readXml(open(), report, mend)) {
			if (one.name === 'item' && one.children.some(({ text }) => seemsTwice(text))) twice++;
			collector.add(one, name);
			count++;
		}
		if (count === 0 && !report.isCut)
			return { refusal: `"${name}" is no export of WordPress: it has no <channel>.` };
		const refusal = refusalOf(name, report);
		if (refusal !== undefined && !options.anyway) return { refusal };
		if (twice > 0)
			mended.push(
				`${name}: ${twice} items seem to have been encoded twice (such as “Ð¡Ð°Ð¹Ð½” for “Сайн”). encodedTwice: true in import.yaml undoes it.`,
			);
		mended.push(...(refusal === undefined ? [] : [refusal]), ...sentencesOf(name, report));
	}
	const exported = { ...collector.exported(), mended };
	const [conflict] = collector.conflicts();
	if (conflict !== undefined)
		return {
			refusal: `These are exports of different sites: ${conflict} have one number and are two texts. Import one after the other, each into a folder of its own.`,
		};
	if (exported.texts.length === 0)
		return { refusal: 'There are no posts and no pages in it. Export “all content”.' };
	const gallery = createGallery(exported.files);
	const context = { noteCodes: options.noteCodes, sharedBlock: collector.sharedBlock };
	async function* contents(): AsyncGenerator<ExportedContent> {
		const seen = new Set<string>();
		for (const { open } of files)
			for await (const item of readXml(open(), createReport(), mend)) {
				const id = idOf(item);
				if (item.name !== 'item' || kindOf(item, options) === undefined || seen.has(id)) continue;
				seen.add(id);
				const stored = bodyOf(item);
				const tree = () => {
					const root = parseHtml(htmlOfBody(stored.body, context));
					gallery(root, id);
					notes(root, stored.notes);
					return root;
				};
				yield { id, tree, replies: stored.replies };
			}
	}
	return { exported, contents };
}

/** Returns why a file must not be imported as it is: some of it would be lost without a word. */
function refusalOf(name: string, { faults, isCut, undecoded }: XmlReport): string | undefined {
	if (isCut) return `"${name}" ends too early: it was not saved whole. Export it again.`;
	const [fault] = faults;
	if (fault)
		return `${name}:${fault.line}: this is not well-formed XML: ${fault.message} (${faults.length} such ${faults.length === 1 ? 'place' : 'places'}). Export it again, or mend the line.`;
	return undecoded > 0
		? `"${name}" has ${undecoded} bytes that are no text in its encoding. Convert it to UTF-8, or export it again.`
		: undefined;
}

function sentencesOf(name: string, { characters, signs, version }: XmlReport): string[] {
	return [
		...(characters > 0 ? [`${name}: ${characters} control characters were left out.`] : []),
		...(signs > 0 ? [`${name}: ${signs} signs & and < were taken for text.`] : []),
		...(version === undefined ? [`${name} names no version of WXR; it was read as 1.2.`] : []),
	];
}

interface GalleryValues {
	readonly ids?: string;
	readonly exclude?: string;
	readonly id?: string;
}

/** Returns a function that puts the images of galleries into them. `post` is the id of the text. */
function createGallery(files: readonly ExportedFile[]) {
	const byId = new Map(files.map((file) => [file.id, file]));
	const byParent = Map.groupBy(files, ({ parent }) => parent ?? '');
	const listed = (text: string) => text.split(/[\s,]+/).filter(Boolean);
	const filesOf = ({ ids, exclude = '', id }: GalleryValues, post: string) => {
		if (ids !== undefined) return listed(ids).flatMap((one) => byId.get(one) ?? []);
		const left = new Set(listed(exclude));
		return (byParent.get(id ?? post) ?? [])
			.filter((file) => /\.(avif|gif|jpe?g|png|svg|webp)$/i.test(file.url) && !left.has(file.id))
			.sort((a, b) => a.order - b.order || Number(a.id) - Number(b.id));
	};
	return (tree: Root, post: string): void => {
		visit(tree, 'element', (node, index, parent) => {
			if (node.tagName !== 'wp-gallery' || !parent || index === undefined) return undefined;
			const found = filesOf(
				JSON.parse(String(node.properties['dataValues'])) as GalleryValues,
				post,
			);
			parent.children[index] =
				found.length > 0
					? element('figure', { className: ['gallery'] }, found.flatMap(shown))
					: element('remark', { dataText: 'gallery without images', dataInline: true });
			return SKIP;
		});
	};
}

function shown({ id, url, alt, caption }: ExportedFile): Element[] {
	const image = element('img', { src: url, alt, className: [`wp-image-${id}`] });
	const line = parseHtml(caption).children as Element[];
	return line.length > 0 ? [image, element('figcaption', {}, [...line, text(' ')])] : [image];
}
