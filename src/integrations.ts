import { join } from 'node:path';
import { files, lastIndex } from './diagnostics/files.ts';
import { diagnostics } from './diagnostics/server.ts';
import { contentFolder, outFolder } from './folders.ts';
import { createUrls } from './model/publication/urls.ts';
import { createBuild } from './publishing/build.ts';
import { createEdition } from './publishing/edition.ts';
import { publishing } from './publishing/integration.ts';
import { site } from './site.ts';

const urls = createUrls(site.address);

/** The edition and the build of this process. */
export const edition = createEdition();
export const build = createBuild(edition);

/** Our integrations of Astro: what publishes a site, and what helps while editing. */
export const integrations = [
	publishing(edition, build),
	diagnostics(edition),
	files(join(contentFolder, 'files'), urls.files),
	lastIndex(outFolder, urls.searchIndex),
];
