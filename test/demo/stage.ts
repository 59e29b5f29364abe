import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWeb, type Web } from '../containers/support/web';
import { startAgent, type Agent } from '../support/agent';
import { startContainerd } from '../support/containerd';
import { createCounts, readCount } from '../support/counts';
import type { Session } from '../support/session';
import { waitFor } from '../support/wait';
import { enforcedPolicies } from './policies';
import { ensure, type Step } from './step';
import type { Terminal } from './terminal';

const IMAGE = 'stasis.demo/web:1';
export const WORKERS = 2;

/** What the story is played on: a container that works, and the agent that protects it. */
export interface Stage {
  readonly session: Session;
  readonly agent: Agent;
  readonly policies: Readonly<Record<string, string>>;
  readonly web: Web;
  /** Of the container, as policies and people know it. */
  readonly name: string;
  /** System calls that the busy workers completed so far, in all. */
  readonly work: () => bigint;
}

export async function setStage(session: Session, terminal: Terminal, step: Step): Promise<Stage> {
  const name = session.name.replace('stasis-demo', 'web');
  const containerd = await step('start containerd', () => startContainerd(session));
  terminal.fact('containerd', `a private one; all that the demo makes is below ${session.directory}`);
  const policies = enforcedPolicies(name);
  const agent = await step('start the agent', () => startAgent(session, { policies, flags: ['--output', 'json'] }));
  terminal.fact('agent', 'the policies of policies/, in mode Enforce for this one container; every hook proven by a hit');
  await step('build the image', () => containerd.importImage({ name: IMAGE, entries: [shell()] }));
  const start = (): Promise<Web> =>
    startWeb(session, (options) => containerd.runContainer(IMAGE, { ...options, annotations: { 'io.kubernetes.cri.container-name': name } }));
  const web = await step('start the container', start);
  const work = await step('start the workers', () => startWorkers(web));
  await step('cover the container', () => covered(agent, name));
  const answer = await step('ask the server', () => answerOf(web));
  terminal.fact('container', `${name}: /bin/server and ${WORKERS} busy workers. The server says "${answer}"`);
  return { session, agent, policies, web, name, work };
}

/** What the server says; fails when it is not an answer. */
export async function answerOf(web: Web): Promise<string> {
  const answer = await web.answer();
  ensure(/^answer \d+$/.test(answer), `The server says "${answer}"`);
  return answer;
}

/** A shell of its own, so that the process tree says "sh" where a shell was started. */
function shell(): { readonly kind: 'file'; readonly path: string; readonly mode: number; readonly data: Uint8Array } {
  return { kind: 'file', path: 'bin/sh', mode: 0o755, data: readFileSync(execFileSync('which', ['busybox'], { encoding: 'utf8' }).trim()) };
}

async function startWorkers(web: Web): Promise<() => bigint> {
  const counts = join(web.shared, 'work');
  createCounts(counts);
  await web.start('/bin/worker', '/shared/work', String(WORKERS));
  const each = (): readonly bigint[] => Array.from({ length: WORKERS }, (_, index) => readCount(counts, index + 1));
  await waitFor('the workers to work', () => each().every((count) => count > 0n));
  return () => each().reduce((sum, count) => sum + count, 0n);
}

/** Waits until the agent has the container's name and image. */
async function covered(agent: Agent, name: string): Promise<void> {
  await waitFor('the agent to cover the container', async () => {
    const { stdout } = await agent.command(['status', '--output', 'json']);
    const { containers } = JSON.parse(stdout) as { readonly containers: readonly { readonly name: string; readonly image?: string; readonly bound: boolean }[] };
    return containers.some((container) => container.name === name && container.bound && container.image === IMAGE);
  });
}
