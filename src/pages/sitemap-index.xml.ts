import { publication } from '../load.ts';
import { sitemapIndex } from '../model/page/sitemap.ts';

export const GET = () => new Response(sitemapIndex(publication()));
