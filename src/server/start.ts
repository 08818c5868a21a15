import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import { versionOf } from '../build/disk.ts';
import type { Manifest } from '../model/replies.ts';
import type { Site } from '../model/site.ts';
import { createUrls } from '../model/urls.ts';
import { createAddressOf, createKeyOf } from './client.ts';
import { createDesk } from './desk.ts';
import { createFileStore } from './filestore.ts';
import { createModeration } from './moderation.ts';
import { createAkismet, createMailNotice } from './notices.ts';
import { createPostgresStore } from './pgstore.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import type { Limits } from './limits.ts';
import { createReceiver } from './replies.ts';
import { createSiteServer, type Bindings } from './server.ts';
import type { Store } from './store.ts';

/** Where a site and its replies are, and what the surroundings say: see `serve.ts`. */
export interface StartOptions {
	readonly site: Site;
	/** The built site. */
	readonly folder: string;
	readonly content: string;
	readonly inbox: string;
	readonly settings: ReplySettings;
}

/** What an owner sets by the environment, because it is secret or of the machine. */
export interface ReplySettings {
	readonly databaseUrl?: string | undefined;
	readonly secret?: string | undefined;
	readonly deskPassword?: string | undefined;
	readonly trustProxy?: string | undefined;
	readonly publishCommand: string;
	readonly smtp?: { readonly url: string; readonly from: string; readonly to: string } | undefined;
	readonly akismetKey?: string | undefined;
	readonly limits?: Partial<Limits> | undefined;
}

export interface Started {
	readonly server: Server;
	readonly publisher: Publisher;
	readonly store: Store;
}

/** The server of `npm start`: the site, and replies if it takes them itself. */
export async function createStart(options: StartOptions): Promise<Started> {
	const { site, folder, content, inbox, settings } = options;
	const urls = createUrls(site.address);
	const { origin } = new URL(site.address);
	const store = await openStore(inbox, settings.databaseUrl);
	const moderation = createModeration(store, content);
	await moderation.reconcile();
	const publisher = createPublisher({
		command: settings.publishCommand,
		marker: join(inbox, 'publish'),
	});
	const addressOf = createAddressOf(settings.trustProxy);
	const keyOf = createKeyOf();
	const ipOf = (context: Context) => addressOf((context as Context<Bindings>).env.incoming);
	const clientOf = (context: Context) => keyOf(ipOf(context));

	const apps: Record<string, Hono> = {};
	if (site.replies.mode === 'server' || site.replies.mode === 'endpoint') {
		const notify =
			settings.smtp &&
			createMailNotice({
				smtp: settings.smtp.url,
				from: settings.smtp.from,
				to: settings.smtp.to,
				desk: origin + urls.desk,
			});
		const isSpam = settings.akismetKey
			? createAkismet({ key: settings.akismetKey, site: origin + urls.home })
			: undefined;
		apps[urls.replies] = createReceiver({
			site,
			store,
			manifest: cachedJson<Manifest>(join(folder, 'replies.json')),
			page: (path) => readFile(join(folder, urls.param(path), 'index.html'), 'utf8'),
			secret: settings.secret ?? (await secretIn(inbox)),
			clientOf,
			blockedWords: () => wordsIn(join(content, 'blocked-words.txt')),
			async onWaiting(reply, context) {
				const agent = context.req.header('user-agent') ?? '';
				const spam = await isSpam?.(reply, { ip: ipOf(context), agent }).catch(() => false);
				if (spam) await store.move(reply.id, 'pending', 'spam', { ...reply, signals: ['Akismet'] });
				else await notify?.(reply);
			},
			...(settings.limits && { limits: settings.limits }),
		});
	}
	if (settings.deskPassword)
		apps[urls.desk.replace(/\/$/, '')] = createDesk({
			origin,
			path: urls.desk,
			password: settings.deskPassword,
			store,
			moderation,
			publisher,
			clientOf,
		});
	const server = createSiteServer({
		folder,
		base: urls.home,
		apps,
		isSecure: ({ headers }) =>
			settings.trustProxy !== undefined && headers['x-forwarded-proto'] === 'https',
	});
	return { server, publisher, store };
}

/** The store that a machine uses: a database if one is named, or files. */
export function openStore(inbox: string, databaseUrl?: string): Promise<Store> {
	return databaseUrl ? createPostgresStore(databaseUrl) : createFileStore(inbox);
}

/** Made when it is needed first, and kept. */
async function secretIn(inbox: string): Promise<string> {
	const file = join(inbox, 'secret');
	await mkdir(inbox, { recursive: true, mode: 0o700 });
	if (!existsSync(file))
		await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
	return readFile(file, 'utf8');
}

/** What a JSON file says now; read again when it changes. */
function cachedJson<Value>(file: string): () => Promise<Value> {
	let version = '';
	let value: Value | undefined;
	return async () => {
		const current = versionOf(file);
		if (current !== version || value === undefined) {
			value = JSON.parse(await readFile(file, 'utf8')) as Value;
			version = current;
		}
		return value;
	};
}

/** A word a line; a hash sign begins a comment. */
async function wordsIn(file: string): Promise<string[]> {
	if (!existsSync(file)) return [];
	return (await readFile(file, 'utf8'))
		.split('\n')
		.map((line) => line.replace(/#.*/, '').trim().toLowerCase())
		.filter(Boolean);
}
