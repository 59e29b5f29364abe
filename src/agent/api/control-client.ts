import { connect } from 'node:net';
import { join } from 'node:path';
import { CONTROL_SOCKET, type ControlAnswer, type ControlRequest } from './protocol';

const ANSWER_MS = 5000;
const MAX_ANSWER_BYTES = 16 << 20;

/** Asks the agent that serves a run directory. Rejects with ENOENT or ECONNREFUSED when none does, or when it is silent for 5 s. */
export function askAgent(runDirectory: string, request: ControlRequest): Promise<ControlAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(join(runDirectory, CONTROL_SOCKET));
    let received = '';
    const fail = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    socket.setEncoding('utf8');
    socket.setTimeout(ANSWER_MS, () => fail(new Error('the agent did not answer within 5 s')));
    socket.on('error', fail);
    socket.on('close', () => reject(new Error('the agent closed the connection')));
    socket.on('data', (chunk: string) => {
      received += chunk;
      if (received.length > MAX_ANSWER_BYTES) return fail(new Error('the answer is too long'));
      const end = received.indexOf('\n');
      if (end < 0) return;
      socket.destroy();
      resolve(JSON.parse(received.slice(0, end)) as ControlAnswer);
    });
    socket.write(`${JSON.stringify(request)}\n`);
  });
}
