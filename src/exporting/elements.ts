import type { Xml } from '../model/feeds/xml.ts';

/* Elements of WXR. */

/** A date as WordPress keeps it; the first day of a month or year that is not known closer. */
export function localOf(date: string): string {
	const [day = '', time = '00:00'] = date.split('T');
	const whole = `${day}-01-01`.split('-').slice(0, 3).join('-');
	const clock = /^[\d:]+/.exec(time)?.[0] ?? '00:00';
	return `${whole} ${clock.length === 5 ? `${clock}:00` : clock}`;
}

/** The same in UTC. */
export function utcOf(date: string): string {
	return date.includes('T')
		? new Date(date).toISOString().slice(0, 19).replace('T', ' ')
		: localOf(date);
}

/** Words, which WordPress keeps as HTML. */
export function words(name: string, value: string): Xml {
	return cdata(name, escaped(value));
}

export function escaped(value: string): string {
	return value.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;');
}

export function cdata(name: string, value: string): Xml {
	return `<${name}>${inCdata(value)}</${name}>`;
}

/** What ends a section begins another. */
export function inCdata(value: string): string {
	return `<![CDATA[${allowed(value).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** Without the characters that XML does not allow. */
function allowed(value: string): string {
	return value.toWellFormed().replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
