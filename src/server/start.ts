import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import { versionOf } from '../disk.ts';
import type { Manifest } from '../model/replies/manifest.ts';
import type { WaitingReply } from '../model/replies/replies.ts';
import type { Settings } from '../model/publication/site.ts';
import { createUrls } from '../model/publication/urls.ts';
import { createAddressOf, createKeyOf } from './http/clientaddress.ts';
import { createDesk } from './moderate/desk.ts';
import { createFileStore } from './store/filestore.ts';
import { createModeration } from './moderate/moderation.ts';
import { createAkismet, createMailNotice, type MailOptions } from './receive/notices.ts';
import { createPublisher, type Publisher } from './moderate/publisher.ts';
import type { Limits } from './receive/limits.ts';
import { createReceiver } from './receive/receiver.ts';
import { createSiteServer, type Bindings } from './http/server.ts';
import type { Store } from './store/store.ts';

/** A site, its folders and the settings for replies. */
export interface StartOptions {
	readonly site: Settings;
	/** The folder of the built site. */
	readonly folder: string;
	readonly content: string;
	/** The folder of the file store, the secret and the marker of the publisher. */
	readonly inbox: string;
	readonly settings: ReplySettings;
}

/** Settings from environment variables: secrets, and values that depend on the machine. */
export interface ReplySettings {
	readonly databaseUrl?: string | undefined;
	readonly secret?: string | undefined;
	readonly deskPassword?: string | undefined;
	readonly trustProxy?: string | undefined;
	readonly publishCommand: string;
	readonly smtp?: Omit<MailOptions, 'desk' | 'language'> | undefined;
	readonly akismetKey?: string | undefined;
	readonly limits?: Partial<Limits> | undefined;
}

export interface Started {
	readonly server: Server;
	/** `undefined` if the site neither receives replies nor has a desk. */
	readonly replies?: { readonly publisher: Publisher; readonly store: Store } | undefined;
}

/**
 * Creates the server of `npm start`: the site, the receiver of replies and the desk. Rejects if the
 * store cannot be opened.
 */
export async function createStart(options: StartOptions): Promise<Started> {
	const { site, folder, inbox, settings } = options;
	const urls = createUrls(site.address);
	const receives = site.replies.mode === 'server' || site.replies.mode === 'endpoint';
	// A site without replies needs no store.
	const replies = receives || settings.deskPassword ? await openReplies(options) : undefined;
	const addressOf = createAddressOf(settings.trustProxy);
	const keyOf = createKeyOf();
	const ipOf = (context: Context) => addressOf((context as Context<Bindings>).env.incoming);
	const clientOf = (context: Context) => keyOf(ipOf(context));
	const known = {
		site,
		manifest: cachedJson<Manifest>(join(folder, 'replies.json')),
		page: (path: string) => readFile(join(folder, urls.param(path), 'index.html'), 'utf8'),
		clientOf,
	};
	const apps: Record<string, Hono> = {};
	apps[urls.replies] =
		replies && receives
			? createReceiver({
					...known,
					store: replies.store,
					isElsewhere: site.replies.mode === 'endpoint',
					secret: settings.secret ?? (await secretIn(inbox)),
					blockedWords: () => wordsIn(join(options.content, 'blocked-words.txt')),
					onWaiting: createOnWaiting(options, replies.store, ipOf),
					...(settings.limits && { limits: settings.limits }),
				})
			: createReceiver({ ...known, secret: '' });
	if (replies && settings.deskPassword)
		apps[urls.desk.replace(/\/$/, '')] = createDesk({
			origin: new URL(site.address).origin,
			path: urls.desk,
			password: settings.deskPassword,
			timeZone: site.timeZone,
			language: site.language,
			manifest: known.manifest,
			clientOf,
			...replies,
		});
	const server = createSiteServer({
		folder,
		base: urls.home,
		apps,
		isSecure: ({ headers }) =>
			settings.trustProxy !== undefined && headers['x-forwarded-proto'] === 'https',
	});
	return { server, replies };
}

/** Opens the store, and completes what an interrupted run left unfinished. */
async function openReplies({ inbox, content, settings }: StartOptions) {
	const store = await openStore(inbox, settings.databaseUrl, true);
	const moderation = createModeration(store, content);
	const publisher = createPublisher({
		command: settings.publishCommand,
		marker: join(inbox, 'publish'),
	});
	if ((await moderation.reconcile()) > 0) await publisher.request();
	return { store, moderation, publisher };
}

/** Returns a function that asks Akismet and notifies editors, if each is configured. */
function createOnWaiting(
	{ site, settings: { smtp, akismetKey } }: StartOptions,
	store: Store,
	ipOf: (context: Context) => string,
) {
	const urls = createUrls(site.address);
	const notify =
		smtp && createMailNotice({ ...smtp, desk: urls.absolute(urls.desk), language: site.language });
	const isSpam = akismetKey
		? createAkismet({ key: akismetKey, site: urls.absolute(urls.home) })
		: undefined;
	return async (reply: WaitingReply, context: Context) => {
		const agent = context.req.header('user-agent') ?? '';
		const spam = await isSpam?.(reply, { ip: ipOf(context), agent }).catch(() => false);
		if (spam) await store.move(reply.id, 'pending', 'spam', { ...reply, signals: ['Akismet'] });
		else await notify?.(reply);
	};
}

/**
 * Opens the PostgreSQL store if `databaseUrl` is given, else the file store in `inbox`. `recover`
 * recovers drafts of an interrupted run in the file store.
 */
export async function openStore(
	inbox: string,
	databaseUrl?: string,
	recover = false,
): Promise<Store> {
	if (!databaseUrl) return createFileStore(inbox, { recover });
	// Loaded on demand: few sites use a database, and the driver takes time to load.
	const { createPostgresStore } = await import('./store/pgstore.ts');
	return createPostgresStore(databaseUrl);
}

/** Resolves to the secret in the folder `inbox`. Creates it on first use. */
async function secretIn(inbox: string): Promise<string> {
	const file = join(inbox, 'secret');
	await mkdir(inbox, { recursive: true, mode: 0o700 });
	if (!existsSync(file)) {
		const draft = `${file}.${randomUUID()}`;
		await writeFile(draft, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
		// If two servers start at once, the first link wins.
		await link(draft, file).catch(() => undefined);
		await rm(draft);
	}
	return readFile(file, 'utf8');
}

/** Returns a function that resolves to the value of a JSON file. It reads changed files again. */
function cachedJson<Value>(file: string): () => Promise<Value> {
	let version = '';
	let value: Value | undefined;
	return async () => {
		const current = versionOf(file);
		// The file is missing while a new site replaces the old one: the old value stays valid.
		if (value !== undefined && !existsSync(file)) return value;
		if (current !== version || value === undefined) {
			value = JSON.parse(await readFile(file, 'utf8')) as Value;
			version = current;
		}
		return value;
	};
}

/** Reads a file with one word per line. A hash sign starts a comment. */
async function wordsIn(file: string): Promise<string[]> {
	if (!existsSync(file)) return [];
	return (await readFile(file, 'utf8'))
		.split('\n')
		.map((line) => line.replace(/#.*/, '').trim().toLowerCase())
		.filter(Boolean);
}
