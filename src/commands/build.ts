import { readOptions, refuse } from './options.ts';
import { settings } from './settings.ts';

const usage = 'Usage: npm run build [-- --drafts]';
const { values, positionals } = readOptions(usage, { drafts: { type: 'boolean' } });
if (positionals.length > 0)
	refuse(`There is nothing called "${positionals[0]}" to build.\n${usage}`);
settings();

// Set before the imports below, which read these variables.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['NODE_ENV'] = 'production';
process.env['DRAFTS'] = values.drafts ? 'shown' : '';
const { default: config } = await import('../../astro.config.ts');
const { edition, build } = await import('../integrations.ts');
const { writeSchemas } = await import('../diagnostics/schemas.ts');
const { contentFolder } = await import('../folders.ts');
const { publish } = await import('../publishing/publish.ts');

const isPublished = await publish(config, edition, build);
if (isPublished) await writeSchemas(contentFolder, edition.checked.content);
// A failed build can leave work in progress: exit ends it.
process.exit(isPublished ? 0 : 1);
