import { settings } from './settings.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const { port } = settings();
const { dev } = await import('astro');

await dev({ server: { port } });
