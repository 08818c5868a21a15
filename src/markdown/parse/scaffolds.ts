import { stringify } from 'yaml';

/*
 * Templates for new content. Known fields are filled in, optional fields are comments. Each
 * template passes the checks as it is.
 */

/** The known fields of a new post. */
export interface NewPost {
	readonly title: string;
	readonly subtitle?: string | undefined;
	readonly date: string;
	readonly authors: readonly string[];
	readonly categories: readonly string[];
	readonly tags: readonly string[];
	/** `undefined` if it is the language of the site. */
	readonly language?: string | undefined;
	/** The id of the post that it translates. */
	readonly translationOf?: string | undefined;
}

/** Returns the file of a new post, which is a draft. */
export function postScaffold({
	title,
	subtitle,
	date,
	authors,
	categories,
	tags,
	language,
	translationOf,
}: NewPost): string {
	return `---
title: ${value(title)}
${subtitle ? `subtitle: ${value(subtitle)}` : '# subtitle: A second line below the title'}
# summary: One or two sentences for lists, search and link previews.
date: ${date} # when it is published; it waits for a day of the future
author: ${list(authors)}
categories: ${list(categories)} # ids in categories.yaml
tags: ${list(tags)} # people, places, laws: whatever readers may look for
${language ? `language: ${language}` : '# language: de # only if it is not the site’s'}
${
	translationOf
		? `translationOf: ${translationOf}
`
		: ''
}# image:
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

/** Returns the file of a new page. */
export function pageScaffold(title: string): string {
	return `---
title: ${value(title)}
# summary: A sentence for search engines.
---

`;
}

/** The name of a new author. */
export interface NewAuthor {
	readonly name: string;
	/** Give `given` and `family`, or neither if the name has no family part. */
	readonly given?: string | undefined;
	readonly family?: string | undefined;
}

/** Returns the file of a new author. */
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

/** The fields of a new category. */
export interface NewCategory {
	readonly id: string;
	readonly label: string;
	readonly parent?: string | undefined;
	readonly description?: string | undefined;
}

/**
 * Returns the text of `file`, categories.yaml, with the category added at its end. Removes the `[]`
 * of an empty list.
 */
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

/** Returns a YAML value on one line, in quotes if it needs them. */
function value(text: string, inList = false): string {
	const plain = stringify(text, { lineWidth: 0, version: '1.2' }).trimEnd();
	return plain === text && !/ #|: |^[\s>|]/.test(text) && !(inList && /[,[\]{}]/.test(text))
		? text
		: JSON.stringify(text);
}
