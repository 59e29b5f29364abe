import { mkdirSync, unlinkSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { CONTROL_SOCKET, MAX_REQUEST_BYTES, parseRequest, type ControlAnswer, type ControlRequest } from './protocol';

/** Carries out one request; throws with a message for the asker. */
export type ControlHandler = (request: ControlRequest) => unknown;

const MAX_CONNECTIONS = 16;
const IDLE_MS = 10_000;

/**
 * Serves the control socket in the run directory, for root alone. The caller holds the run directory's lock
 * (the sensor takes it), so a socket that is there was left over by an agent that was killed.
 */
export async function serveControl(runDirectory: string, handler: ControlHandler): Promise<{ close(): void }> {
  mkdirSync(runDirectory, { recursive: true, mode: 0o700 });
  const path = join(runDirectory, CONTROL_SOCKET);
  removeSocket(path);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    converse(socket, handler);
  });
  server.maxConnections = MAX_CONNECTIONS;
  await listen(server, path);
  return {
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function removeSocket(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // not there
  }
}

function listen(server: Server, path: string): Promise<void> {
  // The socket must never exist with wider rights than its own: the mask holds for the moment of its making.
  const mask = process.umask(0o177);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
    process.umask(mask);
  });
}

function converse(socket: Socket, handler: ControlHandler): void {
  let pending = '';
  socket.setEncoding('utf8');
  socket.setTimeout(IDLE_MS, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    const lines = (pending + chunk).split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) socket.write(`${JSON.stringify(answer(line, handler))}\n`);
    if (pending.length > MAX_REQUEST_BYTES) socket.destroy();
  });
}

function answer(line: string, handler: ControlHandler): ControlAnswer {
  const request = parseRequest(line);
  if (typeof request === 'string') return { ok: false, error: request };
  try {
    return { ok: true, body: handler(request) ?? null };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
