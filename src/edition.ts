import type { Loader } from 'astro/loaders';
import type { Body } from './model/text/rendered.ts';
import type { Publication } from './model/publication/publication.ts';

/** What is being published, or edited. */
export interface Edition {
	readonly publication: Publication;
	/** A rendered text, given its digest. */
	readonly bodyOf: (digest: string) => Body;
	/** What Astro is given of the content, because only Astro can print it. */
	readonly loaders: { readonly images: Loader; readonly texts: Loader };
}

/*
 * Node runs the code that reads content, Vite that of pages. Each loads a module of its own from one
 * file, so what both need is kept on the one global object.
 */
const host = globalThis as { broadside?: Edition };

/** The edition of this process. Throws if the integration of `publishing/` has not set one. */
export function edition(): Edition {
	if (!host.broadside) throw new Error('There is no edition: astro.config.ts lacks "broadside()".');
	return host.broadside;
}

export function setEdition(edition: Edition): void {
	host.broadside = edition;
}
