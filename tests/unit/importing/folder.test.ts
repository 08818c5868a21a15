import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { System } from '../../../src/importing/folder/addresses.ts';
import { readFolder } from '../../../src/importing/folder/read.ts';
import type { Source } from '../../../src/importing/records.ts';
import { parseSource } from '../../../src/markdown/parse/source.ts';
import { assertBalanced, planned, type Planned } from './planned.ts';

function folder(files: Readonly<Record<string, string>>, system?: System): Source {
	const source = readFolder(
		{ names: Object.keys(files), read: (name) => files[name]! },
		system,
		[],
		new Date('2023-01-01'),
	);
	assert.ok(!('refusal' in source), 'refusal' in source ? source.refusal : '');
	return source;
}

const fieldsOf = ({ files }: Planned, path: string) =>
	parseSource(path, files[path]!).data as Record<string, unknown>;
const bodyOf = ({ files }: Planned, path: string) => parseSource(path, files[path]!).body.trim();

test('a folder of Jekyll', async () => {
	const made = await planned(
		folder({
			'_config.yml': 'url: https://old.example\nauthor: { name: Ann Lee }\n',
			'water/_posts/2021-9-1-salt.md':
				'---\ntags: a b\nredirect_from: [/old/]\ncategory: lakes\n---\nA {brace}, <b>raw</b>, x < y.[^n]\n\n![i]({{ site.baseurl }}/a.png){: .wide}\n\n{% highlight js %}\nf({{ x }})\n{% endhighlight %}\n\n[other]({% post_url 2021-09-02-other %}) {% include x.html %} `{{ code }}`\n{: .c}\n\n## Head {#head}\n\n[^n]: A [note][r].\n\n[r]: https://r.example/\n',
			'_posts/2021-09-02-other.markdown':
				'---\ntitle: "Other: two"\ndate: 2021-09-02 10:00 +0900\npermalink: /o/\nauthor: Bo Ray\n---\nHi.\n',
			'_drafts/plan.md': '---\ntitle: Plan\n---\nsecret\n',
			'about.md': '---\ntitle: About\n---\nUs.\n',
			'README.md': '# No text',
		}),
		{},
		(url) => (url.endsWith('/a.png') ? '/disk/a.png' : undefined),
	);
	assertBalanced(made);
	assert.deepEqual(fieldsOf(made, 'posts/2021/salt/index.mdx'), {
		title: 'salt',
		date: '2021-09-01T00:00:00+09:00',
		author: 'ann-lee',
		categories: ['water', 'lakes'],
		tags: ['a', 'b'],
		aliases: ['/water/lakes/2021/09/01/salt.html', '/old/'],
	});
	assert.equal(
		bodyOf(made, 'posts/2021/salt/index.mdx'),
		'A \\{brace}, **raw**, x \\< y.[^n]\n\n![i](./a.png)\n\n```js\nf({{ x }})\n```\n\n[other](/2021/other/) {/* {% include x.html %} */}`{{ code }}`\n\n## Head\n\n[^n]: A [note](https://r.example/).',
	);
	assert.deepEqual(fieldsOf(made, 'posts/2021/other.mdx'), {
		title: 'Other: two',
		date: '2021-09-02T10:00:00+09:00',
		author: 'bo-ray',
		aliases: ['/o/'],
	});
	assert.equal(fieldsOf(made, 'posts/2021/plan.mdx')['draft'], true);
	assert.deepEqual(fieldsOf(made, 'pages/about.mdx')['aliases'], ['/about.html']);
});

test('a folder of Hugo', async () => {
	const made = await planned(
		folder({
			'hugo.toml': 'baseURL = "https://old.example/"',
			'content/posts/lake/index.md':
				'+++\ntitle = "Lake"\ndate = 2022-03-04T10:00:00+08:00\naliases = ["/l/"]\ntags = ["Salt"]\n+++\nOne\n\n{{< figure src="a.png" caption="A *lake*" >}}\n\n{{< youtube aaaaaaaaaaa >}}\n\n[x]({{< ref "two.md" >}}) {{</* kept */>}} {{% note %}}inner{{% /note %}}\n\n{{< highlight go >}}\nx {{< y >}}\n{{< /highlight >}}\n',
			'content/posts/two.md':
				'{\n"title": "Two", "date": "2022-03-05", "draft": true, "url": "/zwei/"\n}\nHi.\n',
			'content/posts/_index.md': '---\ntitle: Posts\n---\n',
			'archetypes/default.md': '---\ntitle: x\n---\n',
		}),
		{},
		(url) => (url.endsWith('/posts/lake/a.png') ? '/disk/a.png' : undefined),
	);
	assertBalanced(made);
	assert.deepEqual(fieldsOf(made, 'posts/2022/lake/index.mdx'), {
		title: 'Lake',
		date: '2022-03-04T10:00:00+08:00',
		author: 'guest-author',
		tags: ['Salt'],
		guid: 'https://old.example/posts/lake/',
		aliases: ['/posts/lake/', '/l/'],
	});
	assert.equal(
		bodyOf(made, 'posts/2022/lake/index.mdx'),
		'One\n\n<Figure caption="A *lake*">\n  ![](./a.png)\n</Figure>\n\n<Video src="https://www.youtube.com/watch?v=aaaaaaaaaaa" title="Lake" />\n\nx{/* led to /2022/two/, a draft */} \\{\\{\\< kept >}} {/* {{% note %}} */}inner\n\n```go\nx {{< y >}}\n```',
	);
	assert.equal(fieldsOf(made, 'posts/2022/two.mdx')['draft'], true);
});

test('folders of Eleventy and Astro', async () => {
	const eleventy = await planned(
		folder({
			'.eleventy.js': '',
			'posts/2020-01-02-one.md':
				'---\ntitle: One\ntags: [a, b]\n---\n{{ page.title }} and {% raw %}{{ kept }}{% endraw %}\n',
			'hidden.md': '---\ntitle: Hidden\npermalink: false\n---\nsecret\n',
		}),
	);
	assertBalanced(eleventy);
	assert.deepEqual(fieldsOf(eleventy, 'posts/2020/one.mdx')['aliases'], ['/posts/one/']);
	assert.match(
		bodyOf(eleventy, 'posts/2020/one.mdx'),
		/^\{\/\* \{\{ page\.title \}\} \*\/\} ?and \\\{\\\{ kept \}\}$/,
	);
	assert.ok(!('pages/hidden.mdx' in eleventy.files));
	const astro = await planned(
		folder({
			'astro.config.mjs': '',
			'src/content/blog/first.mdx':
				"---\ntitle: First\npubDate: 'Jul 08 2022'\nheroImage: '/hero.jpg'\ndescription: Short.\n---\nimport X from './X.astro';\n\n# Big\n\n<X a={1}>\n\nInside `{code}` {1 + 1}.\n\n</X>\n\n```js\nimport a from '{a}';\n```\n",
		}),
	);
	assertBalanced(astro);
	const { date, summary, aliases } = fieldsOf(astro, 'posts/2022/first.mdx');
	assert.deepEqual([date, summary, aliases], ['2022-07-08T00:00:00Z', 'Short.', ['/blog/first/']]);
	assert.equal(
		bodyOf(astro, 'posts/2022/first.mdx'),
		"## Big\n\n{/* <X a={1}> */}\n\nInside `{code}` {/* {1 + 1} */}.\n\n```js\nimport a from '{a}';\n```",
	);
});

test('what cannot be read is refused, with its place', () => {
	const read = (files: Readonly<Record<string, string>>, system?: System) => {
		const made = readFolder(
			{ names: Object.keys(files), read: (name) => files[name]! },
			system,
			[],
			new Date('2023-01-01'),
		);
		return 'refusal' in made ? made.refusal : '';
	};
	assert.match(read({ 'a.md': 'x' }), /Give --from/);
	assert.match(read({ 'x.txt': '' }, 'jekyll'), /no text of jekyll/);
	assert.match(
		read({ '_posts/2020-01-01-a.md': '---\na: [\n---\n' }),
		/^_posts\/2020-01-01-a\.md: /,
	);
});

test('what a generator would not have shown is a draft, or stays away', async () => {
	const page = (fields: string) => `---\ntitle: T\ndate: 2020-01-02\n${fields}\n---\nsecret\n`;
	const made = await planned(
		folder(
			{
				'content/a.md': page('draft: yes'),
				'content/b.md': page('publishDate: 2035-01-01'),
				'content/c.md': page('expiryDate: 2021-01-01'),
				'content/d.md': page('date: 2034-01-01').replace('date: 2020-01-02\n', ''),
				'content/e.md': page(''),
				'content/.trash/f.md': page(''),
			},
			'hugo',
		),
	);
	assertBalanced(made);
	const drafts = Object.keys(made.files).filter(
		(path) => path.startsWith('posts/') && fieldsOf(made, path)['draft'] === true,
	);
	assert.deepEqual(drafts.sort(), [
		'posts/2020/a.mdx',
		'posts/2020/b.mdx',
		'posts/2020/c.mdx',
		'posts/2034/d.mdx',
	]);
	assert.ok('posts/2020/e.mdx' in made.files);
	assert.ok(!Object.keys(made.files).some((path) => path.includes('f.mdx')));

	const jekyll = await planned(
		folder({
			'_config.yml': 'url: https://old.example\nbaseurl: /blog\n',
			'_posts/2020-01-02-a.md':
				'---\npublished: true\ntitle: A\nauthor: Ann Lee <ann@old.example>\n---\n[b](2020-01-03-b.md) [d](../_drafts/d.md)\n',
			'_posts/2020-01-03-b.md': '---\ntitle: B\npublished: no\n---\nsecret\n',
			'_drafts/d.md': '---\ntitle: D\n---\nsecret\n',
		}),
	);
	assertBalanced(jekyll);
	assert.deepEqual(fieldsOf(jekyll, 'posts/2020/a.mdx'), {
		title: 'A',
		date: '2020-01-02T00:00:00Z',
		author: 'ann-lee',
		aliases: ['/2020/01/02/a.html', '/blog/2020/01/02/a.html'],
	});
	assert.equal(
		bodyOf(jekyll, 'posts/2020/a.mdx'),
		'b{/* led to /2020/b/, a draft */} d{/* led to /2020/d/, a draft */}',
	);
	assert.equal(fieldsOf(jekyll, 'posts/2020/b.mdx')['draft'], true);
	assert.doesNotMatch(JSON.stringify(jekyll.files), /@old\.example/);
});
