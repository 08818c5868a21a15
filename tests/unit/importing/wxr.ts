/* Exports of WordPress for tests. */

const tag = (name: string, text: string | number) => `<${name}><![CDATA[${text}]]></${name}>`;
/** Elements with these texts. */
export const fields = (values: Readonly<Record<string, string | number>>, prefix = '') =>
	Object.entries(values)
		.map(([name, text]) => tag(prefix + name, text))
		.join('');

/** An item of an export, published unless its fields say otherwise. */
export function item(values: Readonly<Record<string, string | number>>, more = ''): string {
	const all = { 'wp:post_type': 'post', 'wp:status': 'publish', 'dc:creator': 'ann', ...values };
	return `<item>${fields(all)}${more}</item>`;
}

/** A field beside an item. */
export const meta = (key: string, value: string) =>
	`<wp:postmeta>${fields({ meta_key: key, meta_value: value }, 'wp:')}</wp:postmeta>`;
export const term = (domain: string, nicename: string, label: string) =>
	`<category domain="${domain}" nicename="${nicename}"><![CDATA[${label}]]></category>`;
/** A comment, approved unless its fields say otherwise. */
export const comment = (values: Readonly<Record<string, string | number>>) =>
	`<wp:comment>${fields({ comment_approved: 1, comment_date_gmt: '2020-02-01 10:00:00', ...values }, 'wp:')}</wp:comment>`;

/** A file of an export with these elements in its channel. */
export function wxr(channel: string): string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}</channel></rss>`;
}
