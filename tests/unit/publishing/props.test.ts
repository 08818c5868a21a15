import assert from 'node:assert/strict';
import { test } from 'node:test';
import { componentOf } from '../../../src/publishing/content/props.ts';

const read = (code: string) => {
	const { attributes, isOpen } = componentOf(`---\n${code}\nconst { to } = Astro.props;\n---\n`);
	const names = attributes.map(({ name, required }) => name + (required ? '' : '?')).join(' ');
	return isOpen ? `${names} …` : names;
};

test('attributes of a component are read from every shape of Props', () => {
	for (const code of [
		'interface Props {\n\tto: string;\n\tas?: number;\n}',
		'interface Props { to: string; as?: number }',
		'interface Props { to: string, as?: number, }',
		'export interface Props {\n  readonly to: string\n  readonly as?: number\n}',
		'type Props = { to: string; as?: number };',
		"type Props = {\n  // Where it leads.\n  'to': `/${string}`;\n  /** no: x */\n  as?: { a: 1; b: 2 } | [x: 1, y: 2];\n};",
		'interface Props {\n  to: Record<string, string>;\n  as?(x: number): void;\n}\ninterface Other {\n  no: string;\n}',
	])
		assert.equal(read(code), 'to as?', code);
});

test('a component whose attributes are not all known takes others', () => {
	for (const [code, names] of [
		["interface Props extends HTMLAttributes<'a'> { to: string }", 'to …'],
		["type Props = HTMLAttributes<'a'> & { to: string };", 'to …'],
		["type Props = { to: string } & HTMLAttributes<'a'>;", 'to …'],
		['interface Props { to: string; [other: string]: string }', 'to …'],
		["import type { Props } from './props';", ' …'],
		['type Props = Other;', ' …'],
	] as const)
		assert.equal(read(code), names, code);
	assert.deepEqual(componentOf('<p>Hello</p>'), { attributes: [], isOpen: false });
});
