import { publication } from '../load.ts';
import { robots } from '../model/sitemap.ts';

export const GET = async () => new Response(robots(await publication()));
