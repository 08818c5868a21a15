import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { copyProject } from '../project.ts';
import { write } from '../unit/corpus/publication.ts';
import { violations } from './axe.ts';

const port = 4397;
const post = (lines: string, body = 'The heron stood.') =>
	`---\ntitle: Heron\ndate: 2020\n${lines}\n---\n\n${body}\n`;

let folder: string;
let project: string;
let server: ChildProcess;

test.beforeAll(async () => {
	folder = write({ 'posts/2020/heron.mdx': post('author: ann') });
	mkdirSync(join(folder, 'pages'), { recursive: true });
	project = copyProject(join(mkdtempSync(join(tmpdir(), 'diagnostics-')), 'project'));
	server = spawn(process.execPath, ['src/commands/run.js', 'dev'], {
		// Apart from the builds of other tests, which it would have to wait for.
		cwd: project,
		env: { ...process.env, CONTENT_DIR: folder, PORT: String(port), ASTRO_DEV_BACKGROUND: '0' },
		stdio: 'ignore',
	});
	await expect(async () => {
		expect((await fetch(`http://localhost:${port}/2020/heron/`)).ok).toBe(true);
	}).toPass({ timeout: 110_000 });
});

test.afterAll(() => void server.kill());

test('while editing, a mistake shows over the page and goes when it is mended', async ({
	page,
}) => {
	const save = (text: string) => writeFileSync(join(folder, 'posts/2020/heron.mdx'), text);
	const refused: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') refused.push(message.text());
	});
	await page.goto(`http://localhost:${port}/2020/heron/`);
	await expect(page.getByText('The heron stood.')).toBeVisible();
	const panel = page.locator('diagnostics-panel');
	await expect(panel).toBeHidden();
	// The policy holds here too, as far as Vite can live with it.
	const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
	await expect(policy).toHaveAttribute('content', /default-src 'none'/);

	save(post('author: ann', 'The heron stood.\n\n## A\n\nB.\n\n#### C'));
	await expect(panel.getByText('1 warning in the content')).toBeVisible();
	await expect(panel.getByText('heading-skip')).toBeHidden();

	save(post('author: anm', 'The heron flew off, <b>.'));
	await expect(panel.getByText('Nothing can be published yet')).toBeVisible();
	await expect(panel.getByRole('button', { name: /heron\.mdx:4:9$/ })).toBeVisible();
	await expect(panel.getByText('Did you mean "ann"?')).toBeVisible();
	await expect(panel.getByText('The tag <b> is not closed')).toBeVisible();
	// The page may load once more while it is looked at.
	await expect(async () => {
		expect(await violations(page, 'diagnostics-panel')).toEqual([]);
	}).toPass({ timeout: 20_000 });

	save(post('author: ann', 'The heron is back.'));
	await expect(page.getByText('The heron is back.')).toBeVisible();
	await expect(panel).toBeHidden();
	appendFileSync(join(project, 'src/styles/prose.css'), '\n.prose { letter-spacing: 7px; }\n');
	await expect(page.getByText('The heron is back.')).toHaveCSS('letter-spacing', '7px');
	expect(refused.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
});
