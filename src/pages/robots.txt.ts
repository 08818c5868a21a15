import { publication } from '../load.ts';
import { robots } from '../model/page/sitemap.ts';

export const GET = () => new Response(robots(publication()));
