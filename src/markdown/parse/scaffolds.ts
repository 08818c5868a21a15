import { stringify } from 'yaml';

/*
 * New content: what is known, and what else may stand there as comments. Each passes the checks as
 * it is.
 */

export interface NewPost {
	readonly title: string;
	readonly date: string;
	readonly authors: readonly string[];
	readonly categories: readonly string[];
	readonly tags: readonly string[];
	/** Only if it is not the site's. */
	readonly language?: string | undefined;
}

export function postScaffold({
	title,
	date,
	authors,
	categories,
	tags,
	language,
}: NewPost): string {
	return `---
title: ${value(title)}
# subtitle: A second line below the title
# summary: One or two sentences for lists, search and link previews.
date: ${date} # when it is published; it waits for a day of the future
author: ${list(authors)}
categories: ${list(categories)} # ids in categories.yaml
tags: ${list(tags)} # people, places, laws: whatever readers may look for
${language ? `language: ${language}` : '# language: de # only if it is not the site’s'}
# image:
#   src: ./picture.jpg # a file beside this one
#   alt: What the picture shows, for those who cannot see it.
#   caption: The line below the picture.
#   credit: Who made it.
# license: CC-BY-4.0 # without one, all rights are reserved
# disclosure: Interests of the author that readers should know of.
# acknowledgements: Thanks to those who helped.
draft: true # delete this line to publish
---

`;
}

export interface NewAuthor {
	readonly name: string;
	/** Either both of these, or neither where the name has no family part. */
	readonly given?: string | undefined;
	readonly family?: string | undefined;
}

export function authorScaffold({ name, given, family }: NewAuthor): string {
	const parts =
		given && family
			? `given: ${value(given)}\nfamily: ${value(family)}`
			: `literal: ${value(name)} # the whole name, which has no family part`;
	return `---
name: ${value(name)}
${parts}
# sortName: Where the name stands in a list, if not there
# nativeName: { name: Анн Ли, language: mn }
# url: https://example.org/
# orcid: 0000-0002-1825-0097
# fediverse: "@user@host.example"
# affiliation: { name: University, url: https://example.org/ }
---

`;
}

export interface NewCategory {
	readonly id: string;
	readonly label: string;
	readonly parent?: string | undefined;
	readonly description?: string | undefined;
}

/** `file` with the category at its end; an empty list makes room for it. */
export function withCategory(
	file: string,
	{ id, label, parent, description }: NewCategory,
): string {
	const before = file.replace(/^\[\]\s*$/m, '').replace(/[^\n]$/, '$&\n');
	return `${before}- id: ${value(id)}
  label: ${value(label)}
${description ? `  description: ${value(description)}\n` : ''}${parent ? `  parent: ${value(parent)}\n` : ''}`;
}

function list(items: readonly string[]): string {
	return `[${items.map((item) => value(item, true)).join(', ')}]`;
}

/** A value in the quotes it needs, on one line. */
function value(text: string, inList = false): string {
	const plain = stringify(text, { lineWidth: 0, version: '1.2' }).trimEnd();
	return plain === text && !/ #|: |^[\s>|]/.test(text) && !(inList && /[,[\]{}]/.test(text))
		? text
		: JSON.stringify(text);
}
