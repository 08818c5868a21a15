import type { Component } from '../../markdown/rules/jsx.ts';

/**
 * Returns the attributes that a component declares in its `Props`, as an interface or a type, on one
 * line or many. If they extend other types, or there are none, it may take more.
 */
export function componentOf(code: string): Component {
	const plain = code.replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
	const [declared = ''] = /^[ \t]*(?:export )?(?:interface|type) Props\b[^]*/m.exec(plain) ?? [];
	// A name between them is the end of the declaration.
	const open = /^[^{;]*\{/.exec(declared)?.[0].lastIndexOf('{') ?? -1;
	const close = open < 0 ? -1 : endOf(declared, open);
	if (close < 0) return { attributes: [], isOpen: /\bAstro\.props\b/.test(plain) };
	const inner = members(declared.slice(open + 1, close));
	const attributes = inner.flatMap((member) => {
		const [, name, optional] =
			/^(?:readonly\s+)?['"]?([\w$:-]+)['"]?\s*(\?)?\s*[:(]/.exec(member) ?? [];
		return name ? [{ name, required: optional === undefined }] : [];
	});
	const before = declared.slice(0, open);
	const after = declared.slice(close + 1);
	const isOpen =
		/\bextends\b|[\w>]\s*&\s*$/.test(before) ||
		/^\s*&/.test(after) ||
		inner.some((member) => /^(readonly\s+)?\[/.test(member));
	return { attributes, isOpen };
}

/** The index of the brace that closes the one at `open`; -1 if there is none. */
function endOf(code: string, open: number): number {
	let depth = 0;
	for (let index = open; index < code.length; index++) {
		if (code[index] === '{') depth++;
		if (code[index] === '}' && --depth === 0) return index;
	}
	return -1;
}

/** Splits the inside of an interface at its semicolons, commas and lines, but not inside brackets. */
function members(inside: string): string[] {
	const all = [''];
	let depth = 0;
	for (const sign of inside) {
		if ('{([<'.includes(sign)) depth++;
		if ('})]>'.includes(sign)) depth = Math.max(0, depth - 1);
		if (depth === 0 && ';,\n'.includes(sign)) all.push('');
		else all[all.length - 1] += sign;
	}
	return all.map((member) => member.trim()).filter(Boolean);
}
