import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** The headless shell draws no window and takes a quarter less time. */
const names = [
	'chromium-headless-shell',
	'google-chrome',
	'google-chrome-stable',
	'chromium',
	'chromium-browser',
];
const places = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Returns the path of a browser for the tests: `BROWSER_PATH`, Playwright's own browser, Chrome or
 * Chromium of the system, or Chromium installed now. Throws if `BROWSER_PATH` does not exist or if
 * the installation fails.
 */
export function findBrowser(): string {
	const given = process.env['BROWSER_PATH'];
	if (given && !existsSync(given))
		throw new Error(`BROWSER_PATH is "${given}", and nothing is there.`);
	return given ?? present() ?? install();
}

function present(): string | undefined {
	const [own] = [chromium.executablePath()].filter((path) => existsSync(path));
	return own ?? names.map(onPath).find(Boolean) ?? places.find((path) => existsSync(path));
}

function onPath(name: string): string | undefined {
	const { status, stdout } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], {
		encoding: 'utf8',
	});
	return status === 0 ? stdout.split(/\r?\n/)[0] : undefined;
}

/** Installs Debian's package if apt-get exists and we are root, otherwise Playwright's download. */
function install(): string {
	console.log('No browser was found for the tests: installing Chromium.');
	const apt = Boolean(onPath('apt-get')) && process.getuid?.() === 0;
	const steps = apt
		? [
				['apt-get', 'update', '-qq'],
				['apt-get', 'install', '-y', '-qq', '--no-install-recommends', names[0]!],
			]
		: [['node_modules/.bin/playwright', 'install', 'chromium']];
	for (const [command, ...args] of steps) spawnSync(command!, args, { stdio: 'inherit' });
	const browser = present();
	if (!browser)
		throw new Error(
			'Chromium could not be installed. Install Chrome, or name a browser with BROWSER_PATH.',
		);
	return browser;
}
