/** The port that `PORT` names, or 4321. */
export function port(): number {
	const { PORT = '4321' } = process.env;
	const port = Number(PORT);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new Error(`PORT is "${PORT}", which is no port: give a number from 0 to 65535.`);
	return port;
}
