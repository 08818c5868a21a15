import { readOptions, refuse } from './options.ts';
import { settings } from './settings.ts';

const usage = 'Usage: npm run build [-- --drafts]';
const { values, positionals } = readOptions(usage, { drafts: { type: 'boolean' } });
if (positionals.length > 0)
	refuse(`There is nothing called "${positionals[0]}" to build.\n${usage}`);
settings();

// Before anything reads them.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['NODE_ENV'] = 'production';
process.env['DRAFTS'] = values.drafts ? 'shown' : '';
const { publish } = await import('../build/publish.ts');

process.exitCode = (await publish()) ? 0 : 1;
