import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { contentFolder, inboxFolder } from '../folders.ts';
import type { WaitingReply } from '../model/replies/replies.ts';
import { signalIn } from '../server/receive/spamsignals.ts';
import { newId } from '../server/moderate/files.ts';
import { createModeration } from '../server/moderate/moderation.ts';
import { run, writeMarker } from '../server/moderate/publisher.ts';
import { openStore } from '../server/start.ts';
import { visible } from '../model/checks/reports.ts';
import { readOptions, refuse } from './options.ts';
import { checked, edited } from './replies/writing.ts';
import { replySettings, settings } from './settings.ts';

const usage = `Usage: npm run replies [-- command]
  list                 what waits (the same without a command); --spam lists what was taken for spam
  show ID              one reply, whole
  approve ID …         publishes it; --edit opens it in your editor first
  spam ID …, ham ID …  moves it to spam, or back
  delete ID …          forgets it for good
  take-down ID …       lets a published reply wait again
  add --post 2019/slug --name NAME [--url ADDRESS] [--date 2026-11-24T08:00:00Z] [--parent ID] FILE
                       publishes what came by mail; FILE has its text, - is what is typed in
  export EMAIL         all that is kept of a person, as JSON
  erase EMAIL          forgets it, and names the published replies that you have to delete
  tidy                 forgets addresses 30 days after the decision, spam after 90, what
                       was deleted at the desk after 7
  --no-publish         leaves it to you to run: npm run build`;

const { values, positionals } = readOptions(usage, {
	spam: { type: 'boolean' },
	edit: { type: 'boolean' },
	'no-publish': { type: 'boolean' },
	post: { type: 'string' },
	name: { type: 'string' },
	url: { type: 'string' },
	date: { type: 'string' },
	parent: { type: 'string' },
});
const [command = 'list', ...words] = positionals;
settings();
const { databaseUrl, publishCommand } = replySettings();
const store = await openStore(resolve(inboxFolder), databaseUrl).catch((error: unknown) =>
	refuse((error as Error).message, 1),
);
const moderation = createModeration(store, contentFolder);
// If publishing fails or is interrupted, the next server or command publishes instead.
const marker = join(inboxFolder, 'publish');

const commands: Record<string, () => Promise<void>> = {
	async list() {
		const box = values.spam ? 'spam' : 'pending';
		const ids = await store.list(box);
		if (ids.length === 0) console.log(values.spam ? 'No spam.' : 'No reply waits.');
		for (const id of ids) {
			const kept = await store.get(id).catch((error: unknown) => (error as Error).message);
			if (kept) console.log(typeof kept === 'string' ? kept : line(kept.reply));
		}
	},
	async show() {
		for (const id of needed(words)) {
			const reply = await find(id);
			const { name, email, url, date, post, parent, body, signals } = reply;
			const about = {
				Name: name,
				Email: email,
				Website: url,
				Date: date,
				Post: post,
				'In reply to': parent,
				Signals: signals.map((signal) => signalIn('en', signal)).join(', '),
			};
			for (const [label, value] of Object.entries(about))
				if (value) console.log(`${label}: ${visible(value)}`);
			console.log(`\n${body.split('\n').map(visible).join('\n')}\n`);
		}
	},
	async approve() {
		const by = userInfo().username;
		const ids = needed(words);
		await writeMarker(marker);
		for (const id of ids) {
			const reply = await find(id);
			const file = await moderation.approve(id, by, values.edit ? await edited(reply) : {});
			if (!file) refuse(`The reply ${id} was decided upon already.`, 1);
			console.log(`Approved: ${relative('', file)}`);
		}
		await publish();
	},
	async 'take-down'() {
		const ids = needed(words);
		await writeMarker(marker);
		for (const id of ids) {
			if (!(await moderation.takeDown(id))) refuse(`There is no published reply ${id}.`, 1);
			console.log(`Taken down, and waiting: ${id}`);
		}
		await publish();
	},
	spam: () => moveAll('spam'),
	ham: () => moveAll('pending'),
	async delete() {
		for (const id of needed(words)) {
			if (!(await moderation.forget(id))) refuse(`There is no reply ${id}.`, 1);
			console.log(`Deleted: ${id}`);
		}
	},
	async add() {
		const { post, name, url = null, parent = null } = values;
		const [file] = words;
		if (!post || !name || !file) refuse(`Give --post, --name and a file.\n${usage}`);
		if (file !== '-' && !existsSync(file)) refuse(`There is no file "${file}".`, 1);
		const reply = {
			id: newId(),
			post,
			parent,
			name,
			url,
			date: new Date(values.date ?? Date.now()).toISOString(),
			body: readFileSync(file === '-' ? 0 : file, 'utf8'),
		};
		if (
			!['', '/index'].some((end) => existsSync(join(contentFolder, 'posts', `${post}${end}.mdx`)))
		)
			refuse(`There is no post "${post}".`, 1);
		console.log(`Added: ${relative('', await moderation.add(checked(reply)))}`);
		await publish();
	},
	async export() {
		const [email] = needed(words);
		console.log(JSON.stringify(await moderation.of(email), null, '\t'));
	},
	async erase() {
		const [email] = needed(words);
		const found = (await moderation.of(email)).length;
		const published = await moderation.erase(email);
		console.log(`Forgotten: ${found}.`);
		for (const { post, id } of published)
			console.log(
				`Still published, delete it yourself: ${relative('', contentFolder)}/replies/${post}/${id}.yaml`,
			);
	},
	async tidy() {
		const { addresses, replies } = await moderation.tidy(new Date());
		console.log(`Forgotten: ${addresses} addresses, ${replies} replies that are spam or deleted.`);
	},
};

const act = commands[command];
if (!act || !Object.hasOwn(commands, command))
	refuse(`There is no command "${command}".\n${usage}`);
await act();
await (store as { close?: () => Promise<void> }).close?.();

/** Returns the arguments; ends the command if there are none. */
function needed(given: readonly string[]): readonly [string, ...string[]] {
	const [first, ...others] = given;
	if (first === undefined) refuse(`"${command}" needs an argument.\n${usage}`);
	return [first, ...others];
}

async function find(id: string): Promise<WaitingReply> {
	const kept = await store.get(id);
	if (!kept) refuse(`There is no reply ${visible(id)}. "npm run replies" lists what waits.`, 1);
	return kept.reply;
}

async function moveAll(to: 'pending' | 'spam'): Promise<void> {
	for (const id of needed(words)) {
		if (!(await moderation.mark(id, to, userInfo().username)))
			refuse(`There is no such reply to move: ${id}.`, 1);
		console.log(`${to === 'spam' ? 'Spam' : 'Waiting'}: ${id}`);
	}
}

async function publish(): Promise<void> {
	if (values['no-publish']) return;
	console.log('Publishing …');
	const failure = await run(publishCommand);
	if (failure === undefined) {
		await rm(marker, { force: true });
		return console.log('Published.');
	}
	console.error(failure);
	refuse('It is decided, but could not be published; the site is as it was.', 1);
}

function line({ id, date, post, name, body }: WaitingReply): string {
	const opening = body.replace(/\s+/g, ' ').slice(0, 60);
	return `${id}  ${date.slice(0, 10)}  ${post}  ${visible(name)}: ${visible(opening)}`;
}
