import { port } from '../server/port.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const { dev } = await import('astro');

await dev({ server: { port: port() } });
