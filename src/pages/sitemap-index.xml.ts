import { publication } from '../load.ts';
import { sitemapIndex } from '../model/sitemap.ts';

export const GET = async () => new Response(sitemapIndex(await publication()));
