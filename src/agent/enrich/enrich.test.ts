import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server, ServerCredentials, status, type handleUnaryCall } from '@grpc/grpc-js';
import { waitFor } from '../../../test/support/wait';
import { connectContainerd, parseGetResponse } from './containerd';
import { Enricher, type Answer } from './enricher';
import { readFields, textField, textMapOf } from './wire';

const nested = (number: number, ...parts: readonly Buffer[]): Buffer => textFieldOfBytes(number, Buffer.concat(parts));

function textFieldOfBytes(number: number, bytes: Buffer): Buffer {
  const header = textField(number, 'x'.repeat(bytes.length));
  return Buffer.concat([header.subarray(0, header.length - bytes.length), bytes]);
}

const label = (key: string, value: string): Buffer => nested(2, textField(1, key), textField(2, value));
const response = (id: string, image: string, ...labels: readonly Buffer[]): Buffer => nested(1, textField(1, id), ...labels, textField(3, image));

it('reads fields by number and skips the others', () => {
  const fields = readFields(Buffer.concat([Buffer.from([0x08, 0x96, 0x01]), Buffer.from([0x15, 1, 2, 3, 4]), textField(3, 'ä'.repeat(100))]));
  expect(fields.get(3)?.[0]?.toString()).toBe('ä'.repeat(100));
});

it.each([[[0x0a, 5, 1]], [[0x0a]], [[0x0b]], [[0x80, 0x80]]])('refuses the broken message %j', (bytes) => {
  expect(() => readFields(Buffer.from(bytes))).toThrow(RangeError);
});

it('keeps a label named __proto__ a label', () => {
  const map = textMapOf(readFields(label('__proto__', 'x')), 2);
  expect(Object.keys(map)).toEqual(['__proto__']);
});

it('reads an answer of containerd', () => {
  expect(parseGetResponse(response('abc', 'docker.io/library/nginx:1', label('tier', 'web')))).toEqual({ id: 'abc', image: 'docker.io/library/nginx:1', labels: { tier: 'web' } });
});

describe('with a server', () => {
  let directory: string;
  let server: Server;
  let asked: string[];
  const records: Readonly<Record<string, Buffer>> = { abc: response('abc', 'nginx:1'), box: response('box', 'pause', label('tier', 'web')) };

  const get: handleUnaryCall<Buffer, Buffer> = (call, done) => {
    const id = readFields(call.request).get(1)?.[0]?.toString() ?? '';
    asked.push(`${String(call.metadata.get('containerd-namespace')[0])}/${id}`);
    const record = records[id];
    if (record === undefined) done({ code: status.NOT_FOUND });
    else done(null, record);
  };

  beforeEach(async () => {
    asked = [];
    directory = mkdtempSync(join(tmpdir(), 'enrich-'));
    server = new Server();
    const bytes = (value: Buffer): Buffer => value;
    const path = '/containerd.services.containers.v1.Containers/Get';
    server.addService({ get: { path, requestStream: false, responseStream: false, requestSerialize: bytes, requestDeserialize: bytes, responseSerialize: bytes, responseDeserialize: bytes } }, { get });
    await new Promise<void>((resolve, reject) => {
      server.bindAsync(`unix://${directory}/sock`, ServerCredentials.createInsecure(), (error) => (error === null ? resolve() : reject(error)));
    });
  });
  afterEach(() => {
    server.forceShutdown();
    rmSync(directory, { recursive: true });
  });

  it('learns image and pod labels', async () => {
    const enricher = new Enricher({ api: connectContainerd(join(directory, 'sock')), onUnavailable: fail });
    const answer = await new Promise<Answer | undefined>((resolve) => enricher.ask({ id: 'abc', namespace: 'k8s.io', sandboxId: 'box' }, resolve));
    expect(answer).toEqual({ image: 'nginx:1', podLabels: { tier: 'web' } });
    expect(asked).toEqual(['k8s.io/abc', 'k8s.io/box']);
    enricher.close();
  });

  it('answers nothing about a container that containerd does not know', async () => {
    const enricher = new Enricher({ api: connectContainerd(join(directory, 'sock')), onUnavailable: fail });
    await expect(new Promise((resolve) => enricher.ask({ id: 'none', namespace: 'default', sandboxId: undefined }, resolve))).resolves.toBeUndefined();
    enricher.close();
  });
});

it('says once that nobody answers, and drops questions beyond its bound', async () => {
  const reasons: string[] = [];
  const api = connectContainerd('/nonexistent/sock');
  const enricher = new Enricher({ api, onUnavailable: (reason) => void reasons.push(reason) });
  const answers: unknown[] = [];
  for (let count = 0; count < 600; count += 1) enricher.ask({ id: 'x', namespace: 'n', sandboxId: undefined }, (answer) => void answers.push(answer));
  expect(enricher.droppedQuestions).toBe(80);
  await waitFor('the refusal', () => answers.length > 0);
  expect(answers[0]).toBeUndefined();
  enricher.close();
  expect(reasons).toHaveLength(1);
});

function fail(): never {
  throw new Error('must not be called');
}
