import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';

/** Starts a server on a free port. */
export async function portOf(server: Server): Promise<number> {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}

/** A mail server that takes everything, and remembers it. */
export function mailServer(): { readonly server: Server; readonly said: () => string } {
	let said = '';
	const server = createServer((socket) => {
		socket.write('220 test\r\n');
		socket.on('data', (data: Buffer) => {
			const text = data.toString();
			said += text;
			if (/^DATA\r\n/m.test(text)) socket.write('354 go on\r\n');
			else if (/^QUIT\r\n/m.test(text)) socket.end('221 bye\r\n');
			else if (/^(EHLO|HELO|MAIL|RCPT)/.test(text) || /\r\n\.\r\n$/.test(text))
				socket.write('250 ok\r\n');
		});
	});
	return { server, said: () => said };
}
