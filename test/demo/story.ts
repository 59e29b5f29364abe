import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Finding, FindingReceipt } from '../../src/contract/finding';
import { readableLine } from '../../src/agent/report/readable';
import type { Web } from '../containers/support/web';
import type { Agent } from '../support/agent';
import { createCounts, readCount } from '../support/counts';
import { waitFor } from '../support/wait';
import { linesOfRule, POLICY_FILE } from './policies';
import { answerOf, WORKERS, type Stage } from './stage';
import { ensure, type Step } from './step';
import type { Terminal } from './terminal';

const POLICY = 'foreign-programs';
const RULE = 'dropped-program';
const DROPPED = '/tmp/miner';
const COMMAND = `cp /bin/counter ${DROPPED}; ${DROPPED} /shared/miner; exit`;
/** The server, the shell and the workers with the first of them: each may complete the call that it is in. */
const SIBLINGS = WORKERS + 3;

interface Hit {
  readonly finding: Finding;
  readonly receipt: FindingReceipt;
  /** What the dropped program has counted, in memory that it shares with this process. */
  readonly count: () => bigint;
}

/** Attacks the container, shows what happened and undoes it. Every claim is checked before it is printed. */
export async function tellStory(stage: Stage, terminal: Terminal, step: Step): Promise<void> {
  terminal.heading(`The rule in force, from policies/${POLICY_FILE}`);
  terminal.quote(linesOfRule(stage.policies[POLICY_FILE] ?? '', RULE));
  terminal.heading('An intruder uses a hole in the server to drop a program and start it');
  terminal.quote([`sh -c "${COMMAND}"`]);
  const hit = await step('attack', () => attack(stage));
  terminal.heading('What the kernel did');
  tellHit(stage, terminal, hit);
  await step('look whether anything runs', () => nothingRuns(stage, terminal, hit));
  await step('try to get in', () => noWayIn(stage, terminal));
  terminal.heading('A responder kills the intruder and thaws the container');
  await step('kill and thaw', () => undo(stage, terminal, hit));
}

async function attack({ agent, web }: Stage): Promise<Hit> {
  const counts = join(web.shared, 'miner');
  createCounts(counts);
  await web.start('/bin/sh', '-c', COMMAND.replaceAll(' ', '${IFS}')); // an address has no blanks
  const finding = await waitFor('the finding', () => findingsOf(agent, web).find(({ object, process }) => object.kind === 'process' && process.executable === DROPPED));
  const { policy, rule, action, result, process, receipt } = finding;
  ensure(policy === POLICY && rule === RULE, `The finding is of ${policy}/${rule}`);
  ensure(action === 'Freeze' && result === 'Done', `The finding says ${action}: ${result}`);
  ensure(receipt !== undefined, 'The finding has no receipt: the freeze did not settle');
  ensure(process.origin === 'Written', `The program's origin is ${process.origin ?? 'unknown'}`);
  const tree = treeOf(finding);
  ensure(tree.join() === ['/bin/server', '/bin/sh', DROPPED].join(), `The process tree is ${tree.join(', ')}`);
  ensure(web.frozen(), 'The freezer does not say that the container is frozen');
  return { finding, receipt, count: () => readCount(counts) };
}

function findingsOf(agent: Agent, { container }: Web): readonly Finding[] {
  return (agent.findings() as unknown as readonly Finding[]).filter((finding) => finding.container?.id === container.id);
}

function treeOf({ ancestors = [], process }: Finding): readonly (string | undefined)[] {
  return [...ancestors.map(({ executable }) => executable), process.executable];
}

function tellHit({ web }: Stage, terminal: Terminal, { finding, receipt }: Hit): void {
  const { action, process, latency } = finding;
  const { freezer, unified } = web.container.cgroups;
  const file = freezer === undefined ? join(unified, 'cgroup.events') : join(freezer, 'freezer.state');
  const [line = '', proof = ''] = readableLine(finding, terminal.colour).split('\n');
  terminal.fact('action', `${action}: ${process.executable ?? ''} (origin ${process.origin ?? ''}), after ${((latency?.kernelNs ?? 0) / 1e3).toFixed(0)} µs in the hook`);
  terminal.fact('processes', `${treeOf(finding).join(' -> ')} (${process.origin ?? ''})`);
  terminal.fact('frozen', `all of the container ${(receipt.frozenNs / 1e6).toFixed(2)} ms after the hit; ${basename(file)} reads "${stateIn(file)}"`);
  terminal.fact('finding', line);
  terminal.fact('receipt', proof.trim().replace('receipt: ', ''));
}

function stateIn(file: string): string {
  return readFileSync(file, 'utf8').split('\n').find((line) => /^(FROZEN|frozen 1)$/.test(line)) ?? '';
}

/** Looks twice, a second apart, and counts what happened before and between. */
async function nothingRuns({ agent, web, work }: Stage, terminal: Terminal, { receipt, count }: Hit): Promise<void> {
  const [counted, worked] = [count(), work()];
  ensure(counted === 0n, `The dropped program has run: it counts ${counted}`);
  ensure(receipt.revocations === 0, `Somebody continued what was stopped, ${receipt.revocations} times: ${findingsOf(agent, web).flatMap(culpritOf).join(', ')}`);
  ensure(receipt.offenderCalls === 0, `The dropped program completed ${receipt.offenderCalls} system calls`);
  ensure(receipt.callsAfter <= SIBLINGS, `The others completed ${receipt.callsAfter} system calls after the hit`);
  await sleep(1000);
  ensure(count() === 0n, `The dropped program runs: it counts ${count()}`);
  ensure(work() === worked, `The workers completed ${work() - worked} system calls while frozen`);
  ensure(web.frozen(), 'The container did not stay frozen');
  terminal.fact('intruder', 'its counter, the first thing it would do, is 0, and 0 a second later; no system call of its own');
  terminal.fact('the others', `completed ${receipt.callsAfter} system calls in all after the hit, and none in the second since (before: ${worked})`);
}

/** Who continued a process that the hook had stopped, a test of Stasis itself perhaps. */
function culpritOf({ object }: Finding): readonly string[] {
  return object.kind === 'revocation' ? [`process ${object.by?.hostPid ?? 'unseen'} by ${object.signal}`] : [];
}

async function noWayIn({ web }: Stage, terminal: Terminal): Promise<void> {
  const began = Date.now();
  const { code, stderr } = await web.container.exec(['/bin/true']);
  const took = Date.now() - began;
  ensure(code !== 0 && /frozen|paused/i.test(stderr), `An exec into the frozen container ended with ${code}: ${stderr}`);
  const silent = await web.answer(500).then(() => false, () => true);
  ensure(silent, 'The frozen server answered');
  terminal.fact('no way in', `ctr task exec is refused after ${took} ms (${/[^:]*(?:frozen|paused)[^:]*/i.exec(stderr.trim())?.[0].trim() ?? ''}); the server is silent`);
}

async function undo({ agent, web, name, work }: Stage, terminal: Terminal, { finding, count }: Hit): Promise<void> {
  const { hostPid } = finding.process;
  ensure(readlinkSync(`/proc/${hostPid}/exe`).endsWith(DROPPED), `Process ${hostPid} is not the intruder`);
  const worked = work();
  process.kill(hostPid, 'SIGKILL');
  const { code, stderr } = await agent.command(['thaw', name]);
  ensure(code === 0, `stasis thaw says: ${stderr}`);
  await waitFor('the end of the intruder', () => !runs(hostPid));
  const answer = await answerOf(web);
  await waitFor('the workers to go on', () => work() > worked);
  ensure(!web.frozen(), 'The container is still frozen');
  ensure(count() === 0n, `The dropped program ran at its end: it counts ${count()}`);
  terminal.quote([`kill -KILL ${hostPid}; stasis thaw ${name}`]);
  terminal.fact('thawed', `the server says "${answer}", the workers work, and the intruder's counter is 0 to its end`);
}

function runs(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !/^State:\s[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}
