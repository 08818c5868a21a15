import mdx from '@astrojs/mdx';
import type { AstroUserConfig } from 'astro';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { astroCache, contentFolder, outFolder } from './src/folders.ts';
import { createProcessor } from './src/markdown/render/processor.ts';
import { imageWidths } from './src/model/page/images.ts';
import { createUrls } from './src/model/publication/urls.ts';
import { site } from './src/site.ts';

/*
 * What works during a build is loaded by Node. Astro reads this file through Vite, which closes what it
 * has loaded as soon as it has read it.
 */
const load = createRequire(import.meta.url);
const { createEdition } = load(
	'./src/publishing/edition.ts',
) as typeof import('./src/publishing/edition.ts');
const { createBuild } = load(
	'./src/publishing/build.ts',
) as typeof import('./src/publishing/build.ts');
const { publishing } = load(
	'./src/publishing/integration.ts',
) as typeof import('./src/publishing/integration.ts');
const { diagnostics } = load(
	'./src/diagnostics/server.ts',
) as typeof import('./src/diagnostics/server.ts');
const { files, lastIndex } = load(
	'./src/diagnostics/files.ts',
) as typeof import('./src/diagnostics/files.ts');

const { origin, pathname } = new URL(site.address);
const urls = createUrls(site.address);
export const edition = createEdition();
export const build = createBuild(edition);

// Without `astro/config`, which loads a minifier of SVG as well: 0.4 s of every build.
export default {
	site: origin,
	base: pathname,
	trailingSlash: 'always',
	outDir: outFolder,
	cacheDir: astroCache(site),
	// 'jsx', the default, joins words that a line break parts.
	compressHTML: true,
	devToolbar: { enabled: false },
	integrations: [
		mdx(),
		publishing(edition, build),
		diagnostics(edition),
		files(join(contentFolder, 'files'), urls.files),
		lastIndex(outFolder, urls.searchIndex),
	],
	markdown: { processor: createProcessor(pathname, site.language), syntaxHighlight: false },
	image: {
		layout: 'constrained',
		responsiveStyles: false,
		breakpoints: imageWidths,
		// Half the time of 4, the default, for 3 % more bytes.
		service: { entrypoint: 'astro/assets/services/sharp', config: { webp: { effort: 2 } } },
	},
	vite: {
		build: {
			// A font inside the stylesheet would be loaded by every page.
			assetsInlineLimit: 0,
			cssMinify: true,
			// One warning for every MDX file otherwise: https://github.com/withastro/astro/issues/18087
			rolldownOptions: { checks: { moduleLevelDirective: false } },
		},
	},
} satisfies AstroUserConfig;
