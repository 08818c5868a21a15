/** The one moment at which a build takes place: what is due then is published, in every part of it. */
export function now(): Date {
	const { BUILD_TIME } = process.env;
	return BUILD_TIME ? new Date(BUILD_TIME) : new Date();
}
