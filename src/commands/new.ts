import { createChecker } from '../publishing/content/check.ts';
import { writeSchemas } from '../diagnostics/schemas.ts';
import { createReader } from '../publishing/content/reader.ts';
import { contentFolder, parseCache } from '../folders.ts';
import { formats } from '../model/checks/reports.ts';
import { site } from '../site.ts';
import { newAuthor } from './new/author.ts';
import { newCategory } from './new/category.ts';
import { newOptions, type Writing } from './new/options.ts';
import { newPage } from './new/page.ts';
import { newPost } from './new/post.ts';
import { readOptions, refuse } from './options.ts';
import { port, settings } from './settings.ts';

const usage = `Usage: npm run new [-- post|author|category|page] [options]
The command asks for values without an option. Without a terminal, it omits optional values.
  post      --title --author --category --tag --language --date --slug --images
            --from draft.docx takes the text, its notes and its images from a document
            --translation-of 2019/slug takes authors and categories from the post to translate
  author    --name --given --family --id
  category  --label --id --parent --description
  page      --title --slug
--author, --category and --tag may be given several times.`;

const { values, positionals } = readOptions(usage, newOptions);

const kinds: Record<string, Writing> = {
	post: newPost,
	author: newAuthor,
	category: newCategory,
	page: newPage,
};
/** The options of each kind; those of another would be dropped. */
const taken: Record<string, readonly string[]> = {
	post: 'title author category tag language date slug images from translation-of'.split(' '),
	author: ['name', 'given', 'family', 'id'],
	category: ['label', 'id', 'parent', 'description'],
	page: ['title', 'slug'],
};
const [kind = 'post', ...more] = positionals;
if (!Object.hasOwn(kinds, kind) || more.length > 0)
	refuse(`There is no "${[kind, ...more].join(' ')}" to make.\n${usage}`);
if (values.from !== undefined && kind !== 'post') refuse('Only a post can be made of a document.');
if (values['translation-of'] !== undefined && kind !== 'post')
	refuse('Only a post can be begun as a translation.');
const foreign = Object.keys(values).find((name) => !taken[kind]!.includes(name));
if (foreign !== undefined) refuse(`--${foreign} is no option of "${kind}".\n${usage}`);
settings();
port();

const check = createChecker(
	contentFolder,
	site,
	createReader(contentFolder, site, parseCache(site)),
);
const { file, next } = await kinds[kind]!(values, await check(new Date()));
const after = await check(new Date());
await writeSchemas(contentFolder, after.content);
const problems = after.problems.filter((problem) => problem.file === file);
console.log(`\nWritten: ${file}\n${next.join('\n')}`);
if (problems.length > 0) console.log(`\n${formats.text(problems)}`);
