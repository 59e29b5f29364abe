import { join } from 'node:path';
import { emptyRuleSet } from '../../../src/compile/rule-set';
import { compileFile, linkPlans } from '../../../src/agent/config/plans';
import { decodeBatch } from '../../../src/agent/kernel/decode';
import type { KernelEvent, ProcessEvent } from '../../../src/agent/kernel/events';
import * as layout from '../../../src/agent/kernel/layout.gen';
import type { KernelMemory } from '../../../src/agent/kernel/memory';
import { openSensor, uninstall, type BuildOptions } from '../../../src/agent/kernel/native-sensor';
import type { CgroupId, Receipt, Sensor, SensorOptions } from '../../../src/agent/kernel/sensor';
import type { LinkedRules } from '../../../src/agent/rules';
import type { ContainerFacts } from '../../../src/agent/identity/facts';
import type { RuleSet } from '../../../src/compile/tables';
import { openSession, type Session } from '../../support/session';
import { leaveOthersAlone } from './others';

// A sanitizer's library is preloaded for the addon in this process, not for the tools that tests start.
delete process.env['LD_PRELOAD'];

/** The kernel half with pins, run directory and cgroups of its own, and what it told. */
export interface TestSensor {
  readonly session: Session;
  readonly sensor: Sensor;
  readonly pinRoot: string;
  /** What the sensor shares with the hooks, for what it has no words for. */
  readonly memory: KernelMemory;
  /** All records since the start, oldest first; a test may empty it. */
  readonly events: KernelEvent[];
  readonly receipts: Receipt[];
  /** Each is called with every receipt, after it was added to `receipts`. */
  readonly onReceipt: Set<(receipt: Receipt) => void>;
  /** Compiles, links and puts in force; fails on any diagnostic. Resolves with the generation. */
  publish(yaml: string): Promise<number>;
  /** Rules in force that select a container of this name. */
  scopeOf(name: string): RuleSet;
  /** How long whoever is held waits for an answer, in ms; what is not about that must not depend on how fast the test is. The default is two seconds. */
  holdFor(milliseconds: number): void;
  /** Tells the sensor's `publish` the name of a container; `makeBox` does. */
  nameContainer(cgroup: CgroupId, name: string): void;
  findings(): readonly ProcessEvent[];
  /** Thaws, removes pins, kills what the session started, removes its cgroups and files. */
  close(): Promise<void>;
}

export interface TestSensorOptions extends Partial<SensorOptions>, BuildOptions {
  /** Default true. False: nobody drains the rings, and `events` and `receipts` stay empty. */
  readonly listen?: boolean;
}

/** Without `addon`, that of the environment variable STASIS_TEST_ADDON (another build of it), else the shipped one. */
export function openTestSensor({ listen = true, addon = process.env['STASIS_TEST_ADDON'], maxProcesses, ...options }: TestSensorOptions = {}): TestSensor {
  const session = openSession();
  const place = { pinRoot: `/sys/fs/bpf/${session.name}`, runDirectory: join(session.directory, 'run') };
  const sensor = openSensor(
    { startup: 'Open', freezesPerMinute: 0, runtimes: [], agentCgroup: undefined, ...place, ...options },
    { ...(addon === undefined ? {} : { addon }), ...(maxProcesses === undefined ? {} : { maxProcesses }) },
  );
  const { memory } = sensor as unknown as Pick<TestSensor, 'memory'>;
  const names = new Map<CgroupId, string>();
  let rules: LinkedRules | undefined;
  const scopeOf = (name: string): RuleSet => rules?.scopeOf(factsNamed(name)) ?? emptyRuleSet();
  const events: KernelEvent[] = [];
  const made: TestSensor = {
    session,
    sensor,
    pinRoot: options.pinRoot ?? place.pinRoot,
    memory,
    events,
    receipts: [],
    onReceipt: new Set(),
    publish: (yaml) => {
      const linked = (rules = linkYaml(yaml));
      return sensor.publish(linked.tables, (cgroup) => {
        const name = names.get(cgroup);
        return name === undefined ? undefined : linked.scopeOf(factsNamed(name));
      });
    },
    scopeOf,
    holdFor: (milliseconds) => memory.control.store32(0, layout.control.offset.holdMs, milliseconds),
    nameContainer: (cgroup, name) => void names.set(cgroup, name),
    findings: () => events.filter((event) => event.kind === 'process'),
    close: async () => {
      sensor.close();
      uninstall({ ...place, ...options }, addon === undefined ? {} : { addon });
      await session.close();
    },
  };
  if (listen) listenTo(made);
  return made;
}

function listenTo(made: TestSensor): void {
  const onEvent = leaveOthersAlone(made.sensor, made.session.name);
  made.sensor.listen({
    onBatch: (_ring, batch) => {
      for (const event of decodeBatch(batch)) {
        onEvent(event);
        made.events.push(event);
      }
    },
    onReceipt: (receipt) => {
      made.receipts.push(receipt);
      made.onReceipt.forEach((listener) => listener(receipt));
    },
  });
}

function linkYaml(yaml: string): LinkedRules {
  const { plans, diagnostics } = compileFile('test.yaml', yaml);
  const linked = linkPlans(plans);
  const problems = [...diagnostics.map(({ message }) => message), ...linked.problems];
  if (problems.length > 0) throw new Error(`The policy of the test is wrong: ${problems.join('; ')}`);
  return linked;
}

function factsNamed(name: string): ContainerFacts {
  return { id: name, name, image: undefined, runtime: 'unknown', pod: undefined, sandbox: false, containerdNamespace: undefined, sandboxId: undefined };
}

/** One cluster-wide policy for all containers, in mode Enforce; each rule as YAML flow text of `process`, and its responses. */
export function policy(...rules: readonly { readonly process: string; readonly respond: string; readonly name?: string }[]): string {
  const list = rules.map(({ process, respond, name }, at) => `  - {name: ${name ?? `rule-${at}`}, severity: High, process: ${process}, respond: ${respond}}`);
  return [
    'apiVersion: stasis.dev/v1alpha1',
    'kind: ClusterSecurityPolicy',
    'metadata: {name: test}',
    'spec:',
    '  mode: Enforce',
    '  target: {all: true}',
    '  rules:',
    ...list,
    '',
  ].join('\n');
}

/** Whatever the image did not bring along. */
export const FOREIGN = '{origin: [Modified, Written, Volume, Memory, Deleted]}';
