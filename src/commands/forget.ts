import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { now } from '../clock.ts';
import { replaceFile } from '../disk.ts';
import { contentFolder, displayPath, parseCache } from '../folders.ts';
import { forget, ledgerName, printLedger } from '../model/publication/ledger.ts';
import { decoded } from '../model/publication/urls.ts';
import { nearest } from '../model/text/text.ts';
import { createChecker } from '../publishing/content/check.ts';
import { createReader } from '../publishing/content/reader.ts';
import { site } from '../site.ts';
import { readOptions, refuse } from './options.ts';
import { settings } from './settings.ts';

const usage = `Usage: npm run forget -- PATH
  PATH  an address that was published and may go for good, such as /2019/old/`;

const { positionals } = readOptions(usage, {});
if (positionals.length !== 1) refuse(usage);
settings();

const file = join(contentFolder, ledgerName);
if (!existsSync(file)) refuse(`There is no "${displayPath(file)}": nothing was published yet.`, 1);
const reader = createReader(contentFolder, site, parseCache(site));
const { ledger, addresses } = await createChecker(contentFolder, site, reader)(now());

const path = pathOf(positionals[0]!);
if (!(path in ledger)) {
	const near = nearest(path, Object.keys(ledger));
	const question = near ? ` Did you mean "${near}"?` : '';
	refuse(`"${path}" is not among the published addresses.${question}`, 1);
}
const owner = addresses.find((address) => address.published && address.path === path);
if (owner)
	refuse(
		owner.kind === 'alias'
			? `"${path}" is an alias in ${owner.file}. First delete it there.`
			: `"${path}" is still published, by ${owner.file}. First delete that, or make it a draft.`,
		1,
	);

const { left, forgotten } = forget(ledger, path);
const before = readFileSync(file, 'utf8');
if (printLedger(left) !== before) replaceFile(file, printLedger(left));
for (const address of forgotten) console.log(`Forgotten: ${address}`);

/** Returns the path below the site's root that an argument names: a path, or a full address. */
function pathOf(argument: string): string {
	const base = new URL(site.address).pathname.replace(/\/+$/, '');
	const isFull = /^https?:\/\//i.test(argument) && URL.canParse(argument);
	const given = isFull ? new URL(argument).pathname.slice(base.length) : argument;
	const path = encodeURI(`/${decoded(given).replace(/^\/+/, '')}`);
	return path in ledger || path.endsWith('/') ? path : `${path}/`;
}
