import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CHECKOUT } from '../support/checkout';
import { run } from '../support/command';
import { openSession, type Session } from '../support/session';
import { clusterUp, innode, kubectl } from './support/cluster';
import { BIN, KUBECONFIG } from './support/place';
import { HOME, importProduct, nodeValues, remove, removeKinds } from './support/product';
import { looksLike, shownIn, type Step } from './support/readme';

// The part "In Kubernetes" of README.md, word for word: each of its commands is run, in its order, and prints what is shown there.

const { steps, files } = shownIn('In Kubernetes');
/** They ask, and may be asked again until the answer is there. */
const ASKS = /^kubectl (get|describe|events) /;
const ANSWER_MS = 60_000;

let session: Session;
/** The first command that printed something else. What follows it would only repeat that. */
let broken: string | undefined;

beforeAll(async () => {
  await clusterUp();
  await remove();
  await removeKinds();
  await kubectl(['delete', 'namespace', 'shop', '--ignore-not-found'], { timeout: 60_000 });
  session = openSession();
  await importProduct(session);
  await name('stasis-agent:1', 'stasis-agent:0.1.0');
  await name('stasis-operator:1', 'stasis-operator:0.1.0');
  await name('base:1', 'busybox:1.37');
  prepare(session.directory);
}, 240_000);

afterAll(async () => {
  await remove();
  await removeKinds();
  await kubectl(['delete', 'namespace', 'shop', '--ignore-not-found'], { timeout: 60_000 });
  await session.close();
}, 300_000);

/** Makes an image known by the name that a person's cluster has it by. */
async function name(image: string, as: string): Promise<void> {
  await innode(['ctr', '--namespace', 'k8s.io', 'images', 'tag', '--force', `e2e.local/${image}`, `docker.io/library/${as}`]);
}

/** The folder of a person: the charts, the files that are shown, and a helm that knows where this node has its runtime. */
function prepare(directory: string): void {
  symlinkSync(join(CHECKOUT, 'charts'), join(directory, 'charts'));
  for (const [file, text] of files) writeFileSync(join(directory, file), text);
  mkdirSync(join(directory, 'bin'));
  const values = nodeValues().map((value) => `--set '${value}'`).join(' ');
  writeFileSync(join(directory, 'bin/helm'), `#!/bin/sh\n[ "$1" != install ] || set -- "$@" ${values}\nexec '${join(BIN, 'helm')}' "$@"\n`);
  chmodSync(join(directory, 'bin/helm'), 0o755);
}

async function printed({ command, prints }: Step): Promise<string> {
  const fails = prints[0]?.startsWith('error: ') === true;
  const accept = command.startsWith('timeout ') ? [124] : fails ? [1] : ASKS.test(command) ? [0, 1] : [0];
  const environment = [`PATH=${join(session.directory, 'bin')}:${BIN}:/usr/local/bin:/usr/bin:/bin`, `KUBECONFIG=${KUBECONFIG}`];
  const { stdout, stderr } = await run('env', [...environment, 'bash', '-c', command], { directory: session.directory, accept, timeout: 290_000 });
  return stdout + stderr.replaceAll(/^Defaulted container .*\n/gm, '');
}

it('shows the files that its commands name', () => {
  expect(steps.length).toBeGreaterThan(20);
  expect([...files.keys()]).toEqual(['shop.yaml']);
});

/** What the command prints; a question is asked until the answer is what is shown, or it takes too long. */
async function answer(step: Step): Promise<string> {
  const end = Date.now() + (ASKS.test(step.command) ? ANSWER_MS : 0);
  for (;;) {
    const last = await printed(step);
    if (looksLike(last, step.prints) || Date.now() > end) return last;
    await sleep(500);
  }
}

it.each(steps.map((step) => [step.command, step] as const))('%s', async (command, step) => {
  if (broken !== undefined) throw new Error(`Not run after "${broken}"`);
  broken = command;
  const last = await answer(step);
  if (!looksLike(last, step.prints)) expect(last).toBe(step.prints.join('\n'));
  broken = undefined;
}, 300_000);

it('nothing of it is left in force', async () => {
  expect((await innode(['find', '/sys/fs/bpf', '-name', '*stasis*'])).stdout).toBe('');
  expect((await kubectl(['get', 'containments', '--all-namespaces', '--output=name'])).stdout).toBe('');
  expect((await kubectl(['get', 'all', '--namespace', HOME, '--output=name'])).stdout).toBe('');
});
