import GithubSlugger from 'github-slugger';
import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { element, elementsOf } from './elements.ts';

/** Where what a text shows and links to is, on the new site. */
export interface Resolve {
	/** The address of an image beside the text, and what it shows; `undefined` if there is none. */
	image(
		url: string,
		id: string | undefined,
	): { readonly src: string; readonly alt: string } | undefined;
	/** The address of a file for readers. */
	file(url: string): string | undefined;
	/** Where a link leads. */
	link(url: string): LinkTarget;
	/** Whether two addresses are of one file, in different sizes. */
	isSameFile(one: string, other: string): boolean;
	/** Whether links lead to a place of this name. */
	isPlace(name: string): boolean;
}

/** The new address of a link, or why it has to go. `told` is what an editor should know in either case. */
type LinkTarget =
	| { readonly url: string; readonly told?: string | undefined }
	/** `draft` is the address that the target will have. */
	| { readonly url?: undefined; readonly told: string; readonly draft?: string | undefined };

/** Is told of each thing that is not as it was. */
export type Tell = (kind: 'images' | 'links', by: number, reason: string) => void;

/**
 * Leads the images of a tree to the files beside the text. An image that is not there becomes a remark,
 * which only editors see.
 */
export function images(tree: Root, resolve: Resolve, tell: Tell): void {
	visit(tree, 'element', (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		if (node.tagName === 'picture') {
			const image = elementsOf(node).find(({ tagName }) => tagName === 'img');
			parent.children.splice(index, 1, ...(image ? [image] : []));
			return index;
		}
		if (node.tagName !== 'img') return undefined;
		if (classesOf(node).some((name) => /^(emoji|wp-smiley)$/.test(name))) return undefined;
		const { properties } = node;
		const lazy = [properties['dataOrigFile'], properties['dataSrc'], properties['dataLazySrc']];
		const given = String(properties['src'] ?? '').trim();
		const src = [/^(data:.*)?$/s.test(given) ? undefined : given, ...lazy].find(Boolean);
		if (src === undefined) {
			parent.children.splice(index, 1, ...remarked(given && 'an image within the text itself'));
			tell('images', -1, given ? 'an image within the text itself, not in a file' : 'no address');
			return [SKIP, index];
		}
		const id = classesOf(node)
			.map((name) => /^wp-image-(\d+)$/.exec(name)?.[1])
			.find(Boolean);
		const found = resolve.image(String(src), id);
		const alt = String(properties['alt'] ?? '').trim();
		if (!found) {
			parent.children.splice(index, 1, ...remarked(`image: ${String(src)}${alt && ` “${alt}”`}`));
			tell('images', -1, 'the file is missing: give --media FOLDER or --download');
			return [SKIP, index];
		}
		const title = titleOf(properties['title'], alt, String(src));
		node.properties = { src: found.src, alt: alt || found.alt, ...(title && { title }) };
		return undefined;
	});
}

/** A title that says something: many are the name of the file, or what the picture shows once more. */
function titleOf(title: unknown, alt: string, src: string): string | undefined {
	if (typeof title !== 'string' || title.trim() === '' || title.trim() === alt) return undefined;
	const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
	return bare(src).includes(bare(title)) ? undefined : title.trim();
}

function remarked(line: string): Element[] {
	return line ? [element('remark', { dataText: line, dataInline: true })] : [];
}

function classesOf({ properties }: Element): string[] {
	const names = properties['className'];
	return Array.isArray(names) ? names.map(String) : [];
}

/** Leads the links of a tree to the new site, and keeps the places to which links lead. */
export function links(tree: Root, resolve: Resolve, tell: Tell): void {
	const places = takePlaces(tree, resolve);
	visit(tree, 'element', (node, index, parent) => {
		if (node.tagName !== 'a' || !parent || index === undefined) return undefined;
		const { href } = node.properties;
		if (href === undefined) return undefined;
		const unwrap = (reason: string, draft?: string) => {
			const { id } = node.properties;
			const place = id === undefined ? [] : [element('a', { id })];
			const remark = draft === undefined ? [] : remarked(`led to ${draft}, a draft`);
			parent.children.splice(index, 1, ...place, ...node.children, ...remark);
			tell('links', -1, reason);
			return index;
		};
		// Browsers ignore white space and control characters in addresses.
		const url = [...String(href)]
			.filter((sign) => sign.codePointAt(0)! >= 32)
			.join('')
			.trim();
		const image = onlyImage(node);
		if (image && resolve.isSameFile(url, image)) return unwrap('an image that led to itself');
		if (url.startsWith('#')) {
			if (places.has(decodedHash(url)) || /^#(top)?$/.test(url)) {
				node.properties['href'] = url === '#' ? '#top' : url;
				return undefined;
			}
			return unwrap('the place in the text to which it led is not there');
		}
		const found = resolve.link(url);
		if (found.url === undefined) return unwrap(found.told, found.draft);
		const { url: target, told } = found;
		if (told !== undefined) tell('links', 0, told);
		node.properties = { ...node.properties, href: target };
		return undefined;
	});
}

/** The address of the image that is all that a link has. */
function onlyImage(link: Element): string | undefined {
	const [child, ...others] = link.children.filter(
		(one) => one.type !== 'text' || one.value.trim() !== '',
	);
	const isImage = child?.type === 'element' && child.tagName === 'img' && others.length === 0;
	return isImage ? String(child.properties['src'] ?? '') : undefined;
}

/**
 * Makes a place of each id to which a link leads, and drops all other ids. Headings are places by their
 * words. Returns the names.
 */
function takePlaces(tree: Root, resolve: Resolve): ReadonlySet<string> {
	const places = new Set<string>();
	const slugger = new GithubSlugger();
	const all: [Element, string][] = [];
	visit(tree, 'element', (node) => {
		const id = String(
			node.properties['id'] ?? (node.tagName === 'a' ? node.properties['name'] : '') ?? '',
		);
		delete node.properties['id'];
		delete node.properties['name'];
		if (/^h[1-6]$/.test(node.tagName)) places.add(slugger.slug(toString(node).trim()));
		if (id !== '' && resolve.isPlace(id)) all.push([node, id]);
	});
	for (const [node, id] of all) {
		if (places.has(id)) continue;
		places.add(id);
		if (node.tagName === 'a') node.properties['id'] = id;
		else node.children.unshift(element('a', { id }));
	}
	return places;
}

function decodedHash(url: string): string {
	try {
		return decodeURIComponent(url.slice(1));
	} catch {
		return url.slice(1);
	}
}

const forms =
	/^(form|input|select|textarea|button|option|optgroup|datalist|canvas|map|area|svg|math|object|embed|applet|param|iframe|frame|frameset|noframes|dialog|video|audio|source|track|portal|slot|menuitem|keygen|isindex|meter|progress|output|fieldset|legend)$/;

/**
 * Takes out what no text of the site can have, such as forms and drawings: a remark says what it was, and
 * its words stay.
 */
export function leftovers(tree: Root): void {
	const told = new Set<string>();
	visit(tree, 'element', (node, index, parent) => {
		const isTask =
			node.properties['type'] === 'checkbox' &&
			parent &&
			'tagName' in parent &&
			/^(li|p)$/.test(parent.tagName);
		if (!parent || index === undefined || isTask || !forms.test(node.tagName)) return undefined;
		const isNew =
			!told.has(node.tagName) && !/^(option|source|track|param|area)$/.test(node.tagName);
		told.add(node.tagName);
		const { src, data, action } = node.properties;
		const from = src ?? data ?? action;
		const line = `${node.tagName}${typeof from === 'string' ? `: ${from}` : ''}`;
		const inside: ElementContent[] = node.tagName === 'noframes' ? [] : node.children;
		parent.children.splice(index, 1, ...(isNew ? remarked(line) : []), ...inside);
		return index + (isNew ? 1 : 0);
	});
}
