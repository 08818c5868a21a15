import { parseDate } from '../../model/publication/dates.ts';
import { mediaOf } from '../../model/content/media.ts';
import { finding, type Finding, type Position } from '../../model/checks/problems.ts';
import { nearest } from '../../model/text/text.ts';
import { isHandler, programsOf } from '../parse/code.ts';
import { elementsOf, type Element } from '../parse/elements.ts';
import { isOfPage } from '../parse/headingids.ts';
import { isUpperCase, upperCaseTags } from '../parse/oldhtml.ts';
import { declarationsOf, ownNames, usedNames } from '../parse/names.ts';
import { attributeListsIn, literalsIn, missingValues } from '../parse/values.ts';
import type { Prose } from '../parse/prose.ts';

/** The components that a text may use without an import, by name. */
export type Components = ReadonlyMap<string, Component>;

export interface Component {
	readonly attributes: readonly Attribute[];
	/** Whether it may take attributes besides. */
	readonly isOpen: boolean;
}

/** An attribute of a component. */
interface Attribute {
	readonly name: string;
	readonly required: boolean;
}

/** Checks tags, their attributes, and the names in braces. */
export function jsx(prose: Prose, components: Components): Finding[] {
	const { file, tree, frontmatter } = prose;
	const { names: declared, layout } = declarationsOf(tree);
	const within = programsOf(tree).flatMap((program) => [...ownNames(program)]);
	const isOwn = (name: string) => declared.includes(name) || within.includes(name);
	const findings: Finding[] = layout ? [finding('layout-export', file, layout)] : [];
	let hasCapitals = false;
	for (const element of elementsOf(tree)) {
		findings.push(...attributes(file, element));
		const [name = ''] = element.name.split('.');
		if (!/^\p{Lu}/u.test(name) && name === element.name) findings.push(...html(file, element));
		else if (isOwn(name)) continue;
		else if (components.has(name))
			findings.push(...ofComponent(file, element, components.get(name)!));
		else if (isUpperCase(name)) hasCapitals = true;
		else {
			const near = nearest(name, [...components.keys(), ...declared]);
			findings.push(finding('unknown-component', file, element.at, name, near));
		}
	}
	// Only the text itself has the places of end tags.
	if (hasCapitals) findings.push(...upperCaseTags(file, prose.body, isOwn));
	const lists = attributeListsIn(tree);
	for (const { list, ...at } of lists) findings.push(finding('attribute-list', file, at, list));
	const known = new Set(['props', 'frontmatter', ...declared]);
	const isInList = ({ line, column }: Position) =>
		lists.some(
			(one) => one.line === line && one.column < column && column < one.column + one.list.length,
		);
	for (const { name, ...at } of usedNames(tree))
		if (!known.has(name) && !(name in globalThis) && !isInList(at))
			findings.push(finding('undefined-name', file, at, name));
	for (const { shown, ...at } of literalsIn(tree))
		findings.push(finding('literal-expression', file, at, shown));
	for (const { name, member, ...at } of missingValues(tree, { frontmatter, props: {} }))
		findings.push(finding('undefined-value', file, at, name, member));
	return findings;
}

function ofComponent(
	file: string,
	{ name: component, attributes, isSpread, at }: Element,
	{ attributes: known, isOpen }: Component,
): Finding[] {
	const names = known.map(({ name }) => name);
	const given = attributes.map(({ name }) => name);
	const values = attributes.flatMap(({ name, value }) => {
		const reason = typeof value === 'string' ? wrongValue(component, name, value) : undefined;
		return reason ? [finding('invalid-attribute', file, at, component, name, reason)] : [];
	});
	return [
		...given
			.filter((name) => !isOpen && !names.includes(name))
			.map((name) => finding('unknown-attribute', file, at, component, name, nearest(name, names))),
		...known
			.filter(({ name, required }) => required && !isSpread && !given.includes(name))
			.map(({ name }) => finding('missing-attribute', file, at, component, name)),
		...values,
	];
}

/** Returns the reason why an attribute value is invalid, or `undefined` if it is valid. */
function wrongValue(component: string, name: string, value: string): string | undefined {
	if (name === 'date' && !parseDate(value)) return `"${value}" is no date such as 2019-08-07`;
	if (name === 'url' && !/^https?:\/\/./.test(value))
		return `"${value}" does not start with https://`;
	if (
		name === 'src' &&
		(component === 'Video' || component === 'Audio') &&
		!mediaOf(component, value)
	)
		return component === 'Video'
			? `"${value}" is neither a film on YouTube or Vimeo nor a file such as /files/talk.mp4`
			: `"${value}" is no file such as /files/talk.mp3`;
	return undefined;
}

/** Elements that load or run foreign content, each with advice for the editor. */
const forbidden: Record<string, string> = {
	iframe: 'Use <Video> for a film; link to anything else.',
	script: 'Delete it.',
	style: 'Delete it.',
	link: 'Delete it.',
	meta: 'Delete it.',
	base: 'Delete it.',
	form: 'Link to a page with the form.',
	object: 'Link to the file.',
	embed: 'Link to the file.',
	video: 'Use <Video>.',
	audio: 'Use <Audio>.',
	image: 'Write ![description](./picture.jpg).',
};

/** Obsolete elements: https://html.spec.whatwg.org/multipage/obsolete.html */
const old: Record<string, string> = {
	acronym: 'Write <abbr> instead.',
	big: 'Delete the tags.',
	center: 'Delete the tags.',
	font: 'Delete the tags.',
	marquee: 'Delete the tags.',
	nobr: 'Delete the tags.',
	strike: 'Write ~~two tildes~~ instead.',
	tt: 'Write `grave accents` instead.',
};

function html(file: string, { name: written, at }: Element): Finding[] {
	const name = written.toLowerCase();
	if (name === 'img') return [finding('html-image', file, at)];
	if (Object.hasOwn(forbidden, name))
		return [finding('forbidden-element', file, at, name, forbidden[name]!)];
	if (Object.hasOwn(old, name)) return [finding('old-html', file, at, name, old[name]!)];
	// Microsoft Word writes tags such as <o:p> and <v:shape>.
	if (name.includes(':')) return [finding('old-html', file, at, name, 'Delete the tags.')];
	return [];
}

function attributes(file: string, { name: element, attributes, at }: Element): Finding[] {
	const isPlain = !/^\p{Lu}|\./u.test(element);
	return attributes.flatMap(({ name, value }) => {
		if (name === 'style') return [finding('inline-style', file, at)];
		if (name === 'id' && typeof value === 'string' && isOfPage(value))
			return [finding('taken-id', file, at, value)];
		// Elements have none of them in HTML; Astro would give them another meaning.
		if (isPlain && /^((set|is|client|server|class|define|transition):[\w-]+|children)$/.test(name))
			return [finding('astro-directive', file, at, name)];
		return isHandler(name) ? [finding('forbidden-attribute', file, at, name)] : [];
	});
}
