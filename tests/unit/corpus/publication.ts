import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { createChecker, type Checked } from '../../../src/publishing/content/check.ts';
import { site } from '../sample.ts';

/** Files by their path in the folder of content. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A sound publication that the files of a case stand in. */
const sound: Files = {
	'categories.yaml':
		'- id: water\n  label: Lakes and Rivers\n- id: money\n  label: Money\n  parent: water\n',
	'authors/ann.mdx': '---\nname: Ann Lee\ngiven: Ann\nfamily: Lee\n---\n\nAnn writes.\n',
	'pages/about.mdx': '---\ntitle: About\n---\n\nAbout us.\n',
	'posts/2020/one.mdx':
		'---\ntitle: One\ndate: 2020\nauthor: ann\ncategories: [water]\ntags: [Salt Works]\n---\n\nText.\n\n## First part\n\nMore.\n',
	'posts/2020/draft.mdx':
		'---\ntitle: Hidden\ndate: 2020\nauthor: ann\ndraft: true\n---\n\nText.\n',
};

const image = 'tests/fixtures/content/posts/2019/body-images-walking-the-dyke/gate.png';

/** Writes a publication with an image, `posts/2020/lake.png`, into a folder of its own. */
export function write(files: Files): string {
	const folder = mkdtempSync(join(tmpdir(), 'broadside-'));
	for (const [path, text] of Object.entries({ ...sound, ...files })) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	cpSync(image, join(folder, 'posts/2020/lake.png'));
	return folder;
}

export async function check(files: Files, settings = {}): Promise<Checked> {
	const folder = write(files);
	const checker = createChecker(folder, { ...site, ...settings });
	const checked = await checker(new Date('2026-01-01'));
	rmSync(folder, { recursive: true });
	const below = (file: string) => relative(relative('', folder), file);
	return {
		...checked,
		problems: checked.problems.map((problem) => ({
			...problem,
			file: problem.file.startsWith('src/') ? problem.file : below(problem.file),
		})),
	};
}

/** A post with the given text, and one with the given lines of frontmatter. */
export const text = (body: string, more = ''): Files => ({
	'posts/2020/two.mdx': `---\ntitle: Two\ndate: 2020\nauthor: ann\n${more}---\n\nText.\n\n${body}\n`,
});
export const fields = (lines: string): Files => ({
	'posts/2020/two.mdx': `---\n${lines}\n---\n\nText.\n`,
});
