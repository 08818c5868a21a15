import type { AstroLoggerDestination } from 'astro';

/** The errors that Astro has reported since the build began. Some it only reports, and carries on. */
export const errors: string[] = [];

/** Who wants to know of each page that Astro comes to. */
export const listeners: (() => void)[] = [];

/** Keeps errors for the build to fail on, shows warnings, counts pages, and is silent about the rest. */
export default function log(): AstroLoggerDestination {
	return {
		write({ level, message }) {
			if (level === 'error') errors.push(message);
			if (level === 'warn') console.warn(message);
			if (message.includes('├─')) for (const tell of listeners) tell();
		},
	};
}
