import { contentFolder } from '../folders.ts';
import { site } from '../site.ts';
import { refuse } from './options.ts';

/**
 * The port that `PORT` names, or 4321. One that makes no sense ends the command with a sentence.
 */
export function port(): number {
	const { PORT = '4321' } = process.env;
	const port = Number(PORT);
	if (PORT === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
		refuse(`PORT is "${PORT}", which is no port. Give a number from 0 to 65535.`, 1);
	return port;
}

/** Ends the command with a sentence if a setting of the site makes no sense. */
export function settings(): void {
	const { address, timeZone } = site;
	if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
		refuse(`The address of the site is "${address}". Write it like https://example.org/.`, 1);
	if (/[#%?]/.test(contentFolder))
		refuse(
			`The folder of content is "${contentFolder}". Its path must not have #, % or ? in it.`,
			1,
		);
	if (!isTimeZone(timeZone))
		refuse(`The time zone of the site is "${timeZone}". Write it like "Asia/Ulaanbaatar".`, 1);
}

function isTimeZone(timeZone: string): boolean {
	try {
		return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
	} catch {
		return false;
	}
}
