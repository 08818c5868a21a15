import { port, settings } from './settings.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['DRAFTS'] = 'shown';
settings();
const { dev } = await import('astro');
const { default: config } = await import('../../astro.config.ts');

await dev({ ...config, configFile: false, server: { port: port() } });
