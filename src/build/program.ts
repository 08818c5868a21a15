/** The code that prints pages, as Astro compiles it. */
export { app } from 'astro/entrypoints/prerender';
export { StaticPaths } from 'astro:static-paths';
