import type { AstroLoggerDestination } from 'astro';

/** The errors that Astro has reported. Some it only reports, and carries on. */
const errors: string[] = [];

/** Keeps errors for the build to fail on, shows warnings, and is silent about the rest. */
export default function log(): AstroLoggerDestination {
	return {
		write({ level, message }) {
			if (level === 'error') errors.push(message);
			if (level === 'warn') console.warn(message);
		},
	};
}

/** Throws what Astro has only reported. */
export function failOnErrors(): void {
	if (errors.length > 0) throw new Error(errors.join('\n'));
}
