import { error, meant, warning } from './entry.ts';

/** Problems with addresses and with links. */
export const ofAddresses = {
	'duplicate-address': error((path: string, other: string) => ({
		message: `The address "${path}" already belongs to ${other}.`,
		fix: 'Rename one of the two, or delete the alias.',
	})),
	'duplicate-guid': error((guid: string, other: string) => ({
		message: `Feed readers would take this for ${other}: both have the guid "${guid}".`,
		fix: 'Delete the guid that was copied.',
	})),
	'empty-address': error((label: string) => ({
		message: `Nothing of the tag "${label}" can stand in an address.`,
		fix: 'Use at least one letter or digit.',
	})),
	'shared-tag-address': error((label: string, other: { label: string; path: string }) => ({
		message: `The tags "${label}" and "${other.label}" would have one address, "${other.path}".`,
		fix: 'If they mean the same, write one of them; otherwise give one an "id" in content/tags.yaml.',
	})),
	'alias-slashes': warning((alias: string, right: string) => ({
		message: `The alias "${alias}" does not start and end with one slash.`,
		fix: `Write "${right}"; "npm run check -- --fix" does it.`,
	})),
	'lost-permalink': error((path: string, near: string | undefined, isTag: boolean) => ({
		message: `"${path}" was published, and now there is neither a page nor an alias.`,
		fix: `${isTag ? tagAdvice(path, near) : pageAdvice(path, near)} If it must go for good: npm run forget -- ${path}`,
	})),
	'reused-address': error((path: string, other: string) => ({
		message: `"${path}" is the old address of what is now at "${other}"; another post must not take it.`,
		fix: `Give this file another name, and let "${other}" keep the alias.`,
	})),
	'broken-ledger': error((reason: string) => ({
		message: `The list of published addresses cannot be read: ${reason}.`,
		fix: 'Restore the last version of this file; only a build writes it.',
	})),
	'broken-link': error((url: string, near: string | undefined) => ({
		message: `The link "${url}" leads to no page of this site.`,
		fix: meant(near, 'Correct it; a link to a page starts with a slash, such as /2019/slug/.'),
	})),
	'link-without-scheme': error((url: string) => ({
		message: `The link "${url}" would lead to a page of this site, which does not exist.`,
		fix: `Write "https://${url}".`,
	})),
	'link-to-file': error((url: string) => ({
		message: `The link "${url}" leads to a file that is not published.`,
		fix: 'Put the file into content/files and link to it with a slash, such as /files/map.pdf.',
	})),
	'forbidden-link': error((url: string) => ({
		message: `The link "${url.length > 60 ? `${url.slice(0, 60)}…` : url}" leads to nothing that readers can have.`,
		fix: 'Link to an address that starts with https://, or put the file into content/files.',
	})),
	'empty-link': error(() => ({
		message: 'The link leads nowhere: its address is empty.',
		fix: 'Write the address between the parentheses, or delete the brackets.',
	})),
	'unpublished-link': error((url: string) => ({
		message: `The link "${url}" leads to a post that is not published yet.`,
		fix: 'Publish that post first, or delete the link.',
	})),
	'broken-fragment': error((url: string, near: string | undefined) => ({
		message: `The link "${url}" leads to no heading or note of that name.`,
		fix: meant(
			near,
			'A heading’s name is its text in small letters with hyphens, such as #the-first-part.',
		),
	})),
	'own-address-link': warning((url: string, path: string) => ({
		message: `The link "${url}" names this site by its address, which previews and a later move would leave.`,
		fix: `Write "${path}".`,
	})),
	'undefined-reference': error((name: string, near: string | undefined) => ({
		message: `The link "[${name}]" has no address anywhere in the text.`,
		fix: near
			? `Did you mean "[${near}]"?`
			: `Add a line "[${name}]: https://…", or write \\[ if brackets are meant.`,
	})),
	'bad-security-contact': error((contact: string) => ({
		message: `The contact for security, "${contact}", is no address that a person could be told at.`,
		fix: 'Write one that starts with mailto:, https: or tel:.',
	})),
	'bad-security-expiry': error((expires: string) => ({
		message: `"${expires}" is no day within a year, until which the contact for security holds.`,
		fix: 'Write a day such as 2027-06-30, at most a year from now.',
	})),
	'expiring-security': warning((expires: string) => ({
		message: `The contact for security holds only until ${expires}.`,
		fix: 'Make sure that it is still right, and write a later day.',
	})),
	'broken-menu': warning((path: string, near: string | undefined) => ({
		message: `An entry of the menu leads to "${path}", where there is no page.`,
		fix: meant(near, 'Correct it, or delete the entry.'),
	})),
};

function pageAdvice(path: string, near: string | undefined): string {
	return near
		? `If it has become "${near}", add "aliases: [${path}]" there; otherwise restore the file.`
		: `Restore the file, or add "aliases: [${path}]" to what takes its place. A post can say that it is "withdrawn".`;
}

function tagAdvice(path: string, near: string | undefined): string {
	return `If its posts have another tag now${near ? `, such as that of "${near}"` : ''}, give that tag an entry in content/tags.yaml with "aliases: [${path}]".`;
}
