import { basename, dirname, join } from 'node:path';
import { readOptions, refuse } from './options.ts';

const usage = 'Usage: npm run build [-- --drafts]';
const { values, positionals } = readOptions(usage, { drafts: { type: 'boolean' } });
if (positionals.length > 0)
	refuse(`There is nothing called "${positionals[0]}" to build.\n${usage}`);

// Set before the imports below, which read these variables.
if (values.drafts) {
	// A folder of its own: nobody is to put drafts on the web by mistake.
	const folder = process.env['OUT_DIR'] || 'dist';
	process.env['OUT_DIR'] = join(dirname(folder), `.${basename(folder)}.drafts`);
}
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['NODE_ENV'] = 'production';
process.env['DRAFTS'] = values.drafts ? 'shown' : '';
const { settings } = await import('./settings.ts');
settings();
const { default: config } = await import('../../astro.config.ts');
const { edition, build } = await import('../integrations.ts');
const { writeSchemas } = await import('../diagnostics/schemas.ts');
const { contentFolder } = await import('../folders.ts');
const { publish } = await import('../publishing/publish.ts');

const isPublished = await publish(config, edition, build);
if (isPublished) await writeSchemas(contentFolder, edition.checked.content);
// A failed build can leave work in progress: exit ends it.
process.exit(isPublished ? 0 : 1);
