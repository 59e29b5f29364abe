import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server, ServerCredentials, status, type handleUnaryCall } from '@grpc/grpc-js';
import { connectCri } from './cri';
import { readFields, textOf } from './wire';

let directory: string;
let server: Server;
let asked: string[];

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'cri-'));
  asked = [];
  const stop: handleUnaryCall<Buffer, Buffer> = ({ request }, done) => {
    const id = textOf(readFields(request), 1);
    asked.push(id);
    if (id === 'broken') done({ code: status.INTERNAL, details: 'no' });
    else done(null, Buffer.alloc(0));
  };
  server = new Server();
  const plain = (bytes: Buffer): Buffer => bytes;
  server.addService(
    { StopContainer: { path: '/runtime.v1.RuntimeService/StopContainer', requestStream: false, responseStream: false, requestSerialize: plain, requestDeserialize: plain, responseSerialize: plain, responseDeserialize: plain } },
    { StopContainer: stop },
  );
  await new Promise<void>((resolve, reject) => server.bindAsync(`unix://${join(directory, 'socket')}`, ServerCredentials.createInsecure(), (error) => (error === null ? resolve() : reject(error))));
});
afterEach(() => {
  server.forceShutdown();
  rmSync(directory, { recursive: true });
});

it('asks the runtime to stop a container, and tells when it could not', async () => {
  const cri = connectCri(join(directory, 'socket'));
  await cri.stop('abc');
  await expect(cri.stop('broken')).rejects.toMatchObject({ code: status.INTERNAL });
  expect(asked).toEqual(['abc', 'broken']);
  cri.close();
});

it('rejects where no runtime listens', async () => {
  const cri = connectCri(join(directory, 'nobody'));
  await expect(cri.stop('abc')).rejects.toBeDefined();
  cri.close();
});
