import { connect } from 'node:net';

/** Asks a test server (`server.c`) for its line, as "answer 3". `address` is a unix socket's path or a port on 127.0.0.1. */
export function ask(address: string | number, path = '/', timeout = 30_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = typeof address === 'number' ? connect(address, '127.0.0.1') : connect(address);
    let text = '';
    socket.setEncoding('utf8').setTimeout(timeout, () => socket.destroy(new Error(`The server did not answer within ${timeout} ms`)));
    socket.on('data', (part: string) => {
      text += part;
    });
    socket.on('error', reject);
    socket.on('end', () => resolve(text.split('\r\n\r\n')[1]?.trim() ?? ''));
    socket.write(`GET ${path} HTTP/1.0\r\n\r\n`);
  });
}

/** Makes the server start a program, through its hole. */
export function exploit(address: string | number, args: readonly string[], timeout?: number): Promise<string> {
  return ask(address, `/run?${args.join('+')}`, timeout);
}
