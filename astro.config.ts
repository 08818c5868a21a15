import mdx from '@astrojs/mdx';
import type { AstroUserConfig } from 'astro';
import { createRequire } from 'node:module';
import { astroCache, outFolder } from './src/folders.ts';
import { createProcessor } from './src/markdown/render/processor.ts';
import { imageWidths } from './src/model/page/images.ts';
import { site } from './src/site.ts';

/*
 * Node loads what works during a build. Astro reads this file through Vite, which closes what it has
 * loaded as soon as it has read it.
 */
const load = createRequire(import.meta.url);
const { integrations } = load('./src/integrations.ts') as typeof import('./src/integrations.ts');

const { origin, pathname } = new URL(site.address);

// Without `astro/config`, which loads a minifier of SVG as well: 0.4 s of every build.
export default {
	site: origin,
	// Astro encodes it.
	base: decodeURI(pathname),
	trailingSlash: 'always',
	outDir: outFolder,
	cacheDir: astroCache(site),
	// 'jsx', the default, joins words that a line break parts.
	compressHTML: true,
	// The policy of our pages allows files, but no styles inside a page that are not ours.
	build: { inlineStylesheets: 'never' },
	devToolbar: { enabled: false },
	integrations: [mdx(), ...integrations],
	markdown: {
		processor: createProcessor(pathname, site.language, site.quotes),
		syntaxHighlight: false,
	},
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
