// Plain JavaScript: all that it loads was compiled by an earlier run, and has no types any more.
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

const cache = resolve('node_modules/.astro/compiled');
enableCompileCache(cache);
process.env.NODE_COMPILE_CACHE = cache;
const [command] = process.argv.splice(2, 1);
await import(`./${command}.ts`);
