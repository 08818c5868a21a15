// Plain JavaScript, so that Node need not load its type stripper: the modules below come from the
// compile cache, without types.
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

const cache = resolve('node_modules/.astro/compiled');
enableCompileCache(cache);
process.env.NODE_COMPILE_CACHE = cache;
const [command] = process.argv.splice(2, 1);
await import(`./${command}.ts`);
