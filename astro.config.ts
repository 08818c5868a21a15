import mdx from '@astrojs/mdx';
import type { AstroUserConfig } from 'astro';
import { join } from 'node:path';
import { files, lastIndex } from './src/build/files.ts';
import { cacheFolder, contentFolder, outFolder } from './src/folders.ts';
import { createProcessor } from './src/markdown/processor.ts';
import { imageWidths } from './src/model/images.ts';
import { createUrls } from './src/model/urls.ts';
import { proof } from './src/proof/server.ts';
import { site } from './src/site.ts';

const { origin, pathname } = new URL(site.address);
const urls = createUrls(site.address);

// Without `astro/config`, which loads a minifier of SVG as well: 0.4 s of every build.
export default {
	site: origin,
	base: pathname,
	trailingSlash: 'always',
	cacheDir: cacheFolder(site),
	// 'jsx', the default, joins words that a line break parts.
	compressHTML: true,
	devToolbar: { enabled: false },
	integrations: [
		mdx(),
		files(join(contentFolder, 'files'), urls.files),
		lastIndex(outFolder, urls.searchIndex),
		proof(contentFolder, site),
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
