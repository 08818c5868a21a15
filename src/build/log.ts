import type { AstroLoggerDestination } from 'astro';

/** Astro reports some failures and carries on as if nothing were missing. Here an error ends the build. */
export default function log(): AstroLoggerDestination {
	return {
		write({ level, message }) {
			if (level === 'error') throw new Error(message);
			if (level === 'warn') console.warn(message);
		},
	};
}
