import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { lastIndex } from './src/build/preview.ts';
import { cacheFolder, outFolder } from './src/folders.ts';
import { createProcessor } from './src/markdown/processor.ts';
import { createUrls } from './src/model/urls.ts';
import { site } from './src/site.ts';

const { origin, pathname } = new URL(site.address);

export default defineConfig({
	site: origin,
	base: pathname,
	trailingSlash: 'always',
	cacheDir: cacheFolder(site.address),
	// 'jsx', the default, joins words that a line break parts.
	compressHTML: true,
	prerenderConflictBehavior: 'error',
	devToolbar: { enabled: false },
	integrations: [mdx(), lastIndex(outFolder, createUrls(site.address).searchIndex)],
	markdown: { processor: createProcessor(pathname, site.language), syntaxHighlight: false },
	image: { layout: 'constrained', responsiveStyles: false },
	vite: {
		build: {
			// A font inside the stylesheet would be loaded by every page.
			assetsInlineLimit: 0,
			cssMinify: true,
			// One warning for every MDX file otherwise: https://github.com/withastro/astro/issues/18087
			rolldownOptions: { checks: { moduleLevelDirective: false } },
		},
	},
});
