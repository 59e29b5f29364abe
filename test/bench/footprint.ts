import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as layout from '../../src/agent/kernel/layout.gen';
import { startAgent } from '../support/agent';
import { containerCgroups } from '../support/cgroup';
import { openSession, type Session } from '../support/session';
import { openTestSensor } from '../kernel/support/sensor';
import type { Figure } from './figure';
import { enforcing, processorNs, startNode, strikes } from './node';
import { makeRuleSets, rulesFor } from './rules';
import type { Scale } from './scale';
import type { Section } from './table';

const RULES_OF_A_POLICY = 5;
const MEBI = 2 ** 20;
const STARTS = 5;
/** What starting needed has been given back by then: the engine collects its garbage when it has been idle for a while. */
const REST_MS = 25_000;
const RATE_SECONDS = 5;

/** What the product takes: time to start, memory of agent and kernel half, processor time. */
export async function footprint(scale: Scale): Promise<readonly Section[]> {
  return [
    { title: 'Start and memory', figures: [...(await agentFigures(scale)), ...(await kernelMemory())] },
    { title: 'Processor use of the agent', figures: await processorUse(scale) },
  ];
}

/** One agent for each start; each finds the same containers and policies. */
async function agentFigures(scale: Scale): Promise<readonly Figure[]> {
  const starts: number[] = [];
  const memory = { rest: NaN, most: NaN };
  for (let start = 0; start < STARTS; start++) {
    const session = openSession();
    try {
      makeContainers(session, scale.containers);
      const group = memoryGroup(session);
      const began = Date.now();
      const agent = await startAgent(session, { policies: manyPolicies(scale.policies), launcher: group.launcher });
      const line = agent.messages().split('\n').find((text) => text.includes('"rules in force"')) ?? '{}';
      starts.push(Date.parse((JSON.parse(line) as { readonly time: string }).time) - began);
      if (start === STARTS - 1) {
        await sleep(REST_MS);
        Object.assign(memory, { rest: group.used(agent.pid) / MEBI, most: group.most(agent.pid) / MEBI });
      }
      await agent.stop();
    } finally {
      await session.close();
    }
  }
  const beside = `${scale.containers} empty containers, ${scale.policies} policies of ${RULES_OF_A_POLICY} rules`;
  return [
    { name: `start → rules in force: ${beside}`, unit: 'ms', rounds: starts.map((value) => [value]), targets: [{ of: 'median', limit: 1000 }] },
    { name: `agent's memory ${REST_MS / 1000} s after its start: ${beside}`, unit: 'MiB', rounds: [[memory.rest]], targets: [{ of: 'max', limit: 100e6 / MEBI }], note: memoryController() },
    { name: 'the most that it had until then, file pages included', unit: 'MiB', rounds: [[memory.most]] },
  ];
}

/** Cgroups that are named as containers are, with nothing in them. */
function makeContainers({ name }: Session, count: number): void {
  for (let at = 0; at < count; at++) {
    const { unified, freezer } = containerCgroups(`/${name}/${randomBytes(32).toString('hex')}`);
    mkdirSync(unified, { recursive: true });
    if (freezer !== undefined) mkdirSync(freezer, { recursive: true });
  }
}

function manyPolicies(count: number): Readonly<Record<string, string>> {
  const patterns = makeRuleSets().patterns;
  const policyOf = (at: number): string => rulesFor(patterns.slice(at * RULES_OF_A_POLICY, (at + 1) * RULES_OF_A_POLICY)).replace('bench-0', `bench-${at}`);
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`policy-${at}.yaml`, policyOf(at)]));
}

interface MemoryGroup {
  /** Starts a program in the group. */
  readonly launcher: readonly string[];
  /** Bytes: of the group, without file pages that nobody uses now; without a memory controller what the process has resident. */
  used(pid: number): number;
  /** The most so far, with all file pages. */
  most(pid: number): number;
}

interface MemoryRoot {
  readonly directory: string;
  readonly file: string;
  readonly peak: string;
  readonly inactive: string;
}

function memoryRoot(): MemoryRoot | undefined {
  const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n').map((line) => line.split(' '));
  const first = mounts.find(([, , type, options = '']) => type === 'cgroup' && options.split(',').includes('memory'))?.[1];
  if (first !== undefined) return { directory: first, file: 'memory.usage_in_bytes', peak: 'memory.max_usage_in_bytes', inactive: 'total_inactive_file' };
  const second = mounts.find(([, , type]) => type === 'cgroup2')?.[1];
  if (second === undefined || !/\bmemory\b/.test(readFileSync(join(second, 'cgroup.subtree_control'), 'utf8'))) return undefined;
  return { directory: second, file: 'memory.current', peak: 'memory.peak', inactive: 'inactive_file' };
}

function memoryController(): string {
  const root = memoryRoot();
  return root === undefined ? 'resident memory of the process: there is no memory controller' : `${root.file} of its own cgroup without inactive file pages, maps and programs included`;
}

function memoryGroup({ name }: Session): MemoryGroup {
  const root = memoryRoot();
  const ofProcess = (pid: number, field: string): number => 1024 * Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  if (root === undefined) return { launcher: [], used: (pid) => ofProcess(pid, 'VmRSS'), most: (pid) => ofProcess(pid, 'VmHWM') };
  const directory = join(root.directory, name, 'agent');
  mkdirSync(directory, { recursive: true });
  return {
    launcher: ['sh', '-c', 'echo $$ > "$0" && exec "$@"', join(directory, 'cgroup.procs')],
    used: () => {
      const inactive = new RegExp(`^${root.inactive} (\\d+)$`, 'm').exec(readFileSync(join(directory, 'memory.stat'), 'utf8'))?.[1];
      return Number(readFileSync(join(directory, root.file), 'utf8')) - Number(inactive);
    },
    most: () => Number(readFileSync(join(directory, root.peak), 'utf8')),
  };
}

/** As the kernel reports it for each descriptor that this process holds of a map or a program. */
async function kernelMemory(): Promise<readonly Figure[]> {
  const before = bpfObjects();
  const test = openTestSensor({ listen: false });
  try {
    const objects = [...bpfObjects()].filter(([id]) => !before.has(id)).map(([, object]) => object);
    const trackable = objects.filter(({ kind, key, entries }) => kind === 'map' && key === 4 && entries === layout.limits.maxProcesses);
    const perProcess = trackable.reduce((sum, { bytes }) => sum + bytes, 0);
    const all = objects.reduce((sum, { bytes }) => sum + bytes, 0);
    const programs = objects.filter(({ kind }) => kind === 'program').reduce((sum, { bytes }) => sum + bytes, 0);
    return [
      {
        ...{ name: 'kernel memory beside the process table', unit: 'MiB', rounds: [[(all - perProcess) / MEBI]], targets: [{ of: 'max', limit: 4 }] },
        note: `${objects.length} maps and programs, of which the programs ${(programs / MEBI).toFixed(2)} MiB; the largest maps: ${largest(objects)}`,
      },
      { name: `process table, bytes for each of ${layout.limits.maxProcesses} processes`, unit: '', rounds: [[perProcess / layout.limits.maxProcesses]], targets: [{ of: 'max', limit: 256 }] },
    ];
  } finally {
    await test.close();
  }
}

interface BpfObject {
  readonly kind: 'map' | 'program';
  readonly bytes: number;
  readonly key: number;
  readonly value: number;
  readonly entries: number;
}

function bpfObjects(): Map<string, BpfObject> {
  const found = new Map<string, BpfObject>();
  for (const descriptor of readdirSync('/proc/self/fdinfo')) {
    const path = `/proc/self/fdinfo/${descriptor}`;
    if (!existsSync(path)) continue;
    const fields = new Map(readFileSync(path, 'utf8').split('\n').map((line) => line.split(/:?\s+/) as [string, string]));
    const number = (name: string): number => Number(fields.get(name) ?? 0);
    const kind = fields.has('map_id') ? 'map' : 'program';
    const id = fields.get('map_id') ?? fields.get('prog_id');
    if (id === undefined || !fields.has('memlock')) continue; // a link names its program's id, without memory
    found.set(`${kind} ${id}`, { kind, bytes: number('memlock'), key: number('key_size'), value: number('value_size'), entries: number('max_entries') });
  }
  return found;
}

function largest(objects: readonly BpfObject[]): string {
  const maps = objects.filter(({ kind }) => kind === 'map').sort((left, right) => right.bytes - left.bytes);
  return maps.slice(0, 6).map(({ bytes, value, entries }) => `${(bytes / MEBI).toFixed(2)} MiB (${entries} × ${value} B)`).join(', ');
}

/** Idle, and while a container starts programs as fast as it can, none of which matches. */
async function processorUse({ idleSeconds, rounds }: Scale): Promise<readonly Figure[]> {
  const node = await startNode({ policies: { 'bench.yaml': enforcing({ '/bench/other': 'Kill' }) } }, ['nothing']);
  try {
    const { pid } = node.agent;
    const share = async (during: () => Promise<unknown>): Promise<number> => {
      const [ns, began] = [processorNs(pid), process.hrtime.bigint()];
      await during();
      return ((processorNs(pid) - ns) / Number(process.hrtime.bigint() - began)) * 100;
    };
    const idle: number[] = [];
    for (let round = 0; round < 3; round++) idle.push(await share(() => sleep((idleSeconds * 1000) / 3)));
    const driver = await node.strike('nothing');
    const busy: number[] = [];
    const rates: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const began = Date.now();
      let started = 0;
      busy.push(await share(async () => {
        while (Date.now() - began < (RATE_SECONDS * 1000) / rounds) {
          await strikes(driver, 500);
          started += 500;
        }
      }));
      rates.push((started / (Date.now() - began)) * 1000);
    }
    return [
      { name: 'idle, of one core', unit: '%', rounds: idle.map((value) => [value]), targets: [{ of: 'median', limit: 0.5 }] },
      { name: 'while programs start in a container, of one core', unit: '%', rounds: busy.map((value) => [value]), targets: [{ of: 'median', limit: 10 }] },
      { name: 'so many program starts per second were reached', unit: '/s', rounds: rates.map((value) => [value]), note: 'the target of 10,000 per second needs more processors' },
    ];
  } finally {
    await node.close();
  }
}
