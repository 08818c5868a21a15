import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import proxyAddr from 'proxy-addr';

/**
 * Returns a function that gives the IP address of the client of a request. `trusted` lists the
 * proxies whose `X-Forwarded-For` header is believed, such as `loopback, 10.0.0.0/8`.
 */
export function createAddressOf(trusted: string | undefined) {
	const trust = proxyAddr.compile(trusted ? trusted.split(/[\s,]+/).filter(Boolean) : []);
	return (request: IncomingMessage): string => proxyAddr(request, trust);
}

const day = 24 * 60 * 60 * 1000;

/**
 * Returns a function that turns the IP address of a client into a keyed digest. The key is only in
 * memory and changes every day, so that no address is stored. All 2^64 addresses of an IPv6 network
 * give the same digest, because one client can use any of them.
 */
export function createKeyOf(now: () => number = Date.now): (address: string) => string {
	let today = -1;
	let key = randomBytes(32);
	return (address) => {
		const current = Math.floor(now() / day);
		if (current !== today) [today, key] = [current, randomBytes(32)];
		return createHmac('sha256', key).update(networkOf(address)).digest('base64url');
	};
}

function networkOf(address: string): string {
	const [, four] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
	if (four || !address.includes(':')) return four ?? address;
	const [before = '', after = ''] = address.split('%')[0]!.split('::');
	const groups = (text: string) => text.split(':').filter(Boolean);
	const missing = 8 - groups(before).length - groups(after).length;
	const all = [
		...groups(before),
		...Array<string>(Math.max(0, missing)).fill('0'),
		...groups(after),
	];
	return all
		.slice(0, 4)
		.map((group) => parseInt(group, 16).toString(16))
		.join(':');
}
