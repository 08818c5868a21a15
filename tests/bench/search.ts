import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { load } from 'cheerio';
import { createSiteServer } from '../../src/server/http/server.ts';
import { findBrowser } from '../browser/browser.ts';

/** The results of `measureSearch`. */
export interface SearchMeasures {
	/** Compressed bytes and requests, without fonts. */
	readonly page: Weight;
	readonly firstQuery: Weight;
	/** Milliseconds from the last key to the first result, in an open page. */
	readonly afterTyping: number;
	/** Milliseconds from the start of the navigation to the first result. */
	readonly afterArriving: number;
}

interface Weight {
	readonly bytes: number;
	readonly requests: number;
}

/** A phone on a slow line: Lighthouse's values for Slow 4G, and a processor four times slower. */
const slow = { latency: 150, throughput: 1_600_000 / 8, processor: 4 };

/** Measures the search page of the built site in `folder`, each time in a new browser context. */
export async function measureSearch(folder: string, rounds: number): Promise<SearchMeasures> {
	const server = createSiteServer({ folder, base: '/' }).listen(0);
	await once(server, 'listening');
	const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
	const browser = await chromium.launch({
		executablePath: findBrowser(),
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
	});
	const word = wordToFind(folder);
	try {
		const { page, firstQuery } = await weigh(browser, origin, word);
		const typing = await repeat(rounds, () => timeTyping(browser, origin, word));
		const arriving = await repeat(rounds, () => timeArriving(browser, origin, word));
		return { page, firstQuery, afterTyping: median(typing), afterArriving: median(arriving) };
	} finally {
		await browser.close();
		server.close();
	}
}

async function weigh(browser: Browser, origin: string, word: string) {
	const { page, session, close } = await open(browser);
	const files: { url: string; bytes: number }[] = [];
	const urls = new Map<string, string>();
	session.on('Network.requestWillBeSent', ({ requestId, request }) =>
		urls.set(requestId, request.url),
	);
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
		files.push({ url: urls.get(requestId) ?? '', bytes: encodedDataLength }),
	);
	await page.goto(`${origin}/search/`, { waitUntil: 'networkidle' });
	await page.getByRole('searchbox').fill(word);
	await page.locator('.found mark').first().waitFor();
	await page.waitForLoadState('networkidle');
	await close();
	const counted = files.filter(({ url }) => !/\.woff2$|favicon/.test(url));
	const weight = (some: typeof files): Weight => ({
		bytes: some.reduce((sum, { bytes }) => sum + bytes, 0),
		requests: some.length,
	});
	return {
		page: weight(counted.filter(({ url }) => !url.includes('/pagefind/'))),
		firstQuery: weight(counted.filter(({ url }) => url.includes('/pagefind/'))),
	};
}

async function timeTyping(browser: Browser, origin: string, word: string): Promise<number> {
	const { page, close } = await open(browser, slow);
	await page.goto(`${origin}/search/`, { waitUntil: 'networkidle' });
	await page.getByRole('searchbox').focus();
	await page.keyboard.type(word, { delay: 60 });
	const time = await timeOfFirstResult(page);
	const typed = await page.evaluate(() => (window as unknown as Clock).lastKey);
	await close();
	return time - typed;
}

async function timeArriving(browser: Browser, origin: string, word: string): Promise<number> {
	const { page, close } = await open(browser, slow);
	await page.goto(`${origin}/search/?q=${word}`, { waitUntil: 'commit' });
	const time = await timeOfFirstResult(page);
	await close();
	return time;
}

/** Times that the page records, in milliseconds since the start of the navigation. */
interface Clock {
	lastKey: number;
	firstResult: number;
}

async function timeOfFirstResult(page: Page): Promise<number> {
	await page.locator('.found mark').first().waitFor();
	return page.evaluate(() => (window as unknown as Clock).firstResult);
}

function watch(): void {
	const clock = window as unknown as Clock;
	addEventListener('keydown', () => (clock.lastKey = performance.now()), true);
	new MutationObserver(() => {
		if (document.querySelector('.found mark')) clock.firstResult ??= performance.now();
	}).observe(document, { childList: true, subtree: true });
}

async function open(browser: Browser, conditions?: typeof slow) {
	const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
	const page: Page = await context.newPage();
	const session: CDPSession = await context.newCDPSession(page);
	await page.addInitScript(watch);
	await session.send('Network.enable');
	if (conditions) {
		const { latency, throughput, processor } = conditions;
		await session.send('Network.emulateNetworkConditions', {
			offline: false,
			latency,
			downloadThroughput: throughput,
			uploadThroughput: throughput,
		});
		await session.send('Emulation.setCPUThrottlingRate', { rate: processor });
	}
	return { page, session, close: () => context.close() };
}

/** A word of medium frequency: the longest word in the newest post's excerpt. */
function wordToFind(folder: string): string {
	const home = load(readFileSync(join(folder, 'index.html'), 'utf8'));
	const words =
		home('.entry .excerpt')
			.first()
			.text()
			.match(/\p{L}+/gu) ?? [];
	return words.sort((a, b) => b.length - a.length)[0]!.toLowerCase();
}

async function repeat(rounds: number, measure: () => Promise<number>): Promise<number[]> {
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) times.push(await measure());
	return times;
}

function median(values: readonly number[]): number {
	return Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!);
}
