import { contentFolder } from '../folders.ts';
import type { ReplySettings } from '../server/start.ts';
import { site } from '../site.ts';
import { refuse } from './options.ts';

/** Returns the port from `PORT`, or 4321. Ends the command if it is invalid. */
export function port(): number {
	const { PORT = '4321' } = process.env;
	const port = Number(PORT);
	if (PORT === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
		refuse(`PORT is "${PORT}", which is no port. Give a number from 0 to 65535.`, 1);
	return port;
}

/** Checks the settings of the site. Ends the command if one is invalid. */
export function settings(): void {
	const { address, timeZone } = site;
	if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
		refuse(`The address of the site is "${address}". Write it like https://example.org/.`, 1);
	const { pathname, search, hash } = new URL(address);
	if (pathname.includes('//') || search || hash)
		refuse(
			`The address of the site is "${address}". Write it with single slashes, and without ? and #.`,
			1,
		);
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

/** Reads the reply settings from the environment: see README.md. Ends the command if invalid. */
export function replySettings(): ReplySettings {
	const { env } = process;
	const password = env['DESK_PASSWORD'] || undefined;
	if (password !== undefined && password.length < 16)
		refuse('DESK_PASSWORD is too short. Give at least 16 characters, or leave it out.', 1);
	const [url, from, to] = [env['SMTP_URL'], env['MAIL_FROM'], env['MAIL_TO']];
	if (url && !(from && to)) refuse('SMTP_URL is given. Give MAIL_FROM and MAIL_TO as well.', 1);
	const secret = env['REPLIES_SECRET'] || undefined;
	if (secret !== undefined && secret.length < 32)
		refuse('REPLIES_SECRET is too short. Give at least 32 characters, or leave it out.', 1);
	return {
		databaseUrl: env['DATABASE_URL'] || undefined,
		secret,
		deskPassword: password,
		trustProxy: env['TRUST_PROXY'] || undefined,
		publishCommand: env['PUBLISH_COMMAND'] || publishCommand,
		smtp: url && from && to ? { url, from, to } : undefined,
		akismetKey: env['AKISMET_KEY'] || undefined,
	};
}

/** The default publish command: a build with the current Node. */
const publishCommand = `"${process.execPath}" src/commands/run.js build`;
