import { performance } from 'node:perf_hooks';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFile, linkPlans } from '../../src/agent/config/plans';
import { makeBox } from '../kernel/support/box';
import { waitFor } from '../support/wait';
import type { Figure } from './figure';
import { buildPrograms, endDriver, nextBatch, openKernelHalf, startRepeat } from './kernel';
import { startNode, type Node } from './node';
import { makeRuleSets, rulesFor } from './rules';
import type { Scale } from './scale';
import type { Section } from './table';

const RULES = 500;
/** Containers that get a new scope, each with a few programs that get new sets. */
const BOXES = 50;
const PROGRAMS_OF_A_BOX = 20;

/** From a policy that was read until it is in force. */
export async function publishing(scale: Scale): Promise<readonly Section[]> {
  return [{ title: `Policy change → enforced (${RULES} rules)`, figures: [...(await inProcess(scale)), ...(await throughAgent(scale))] }];
}

/** The steps, in this process: text → plans → tables → in force. */
async function inProcess({ publishes }: Scale): Promise<readonly Figure[]> {
  const programs = await buildPrograms();
  const rules = makeRuleSets();
  const test = await openKernelHalf(programs, rules.programs);
  try {
    await test.publish(rules.real(1));
    for (let box = 0; box < BOXES; box++) {
      const driver = await startRepeat(makeBox(test), ['fresh', String(PROGRAMS_OF_A_BOX), rules.programs[1] ?? '']);
      await nextBatch(driver);
      await endDriver(driver);
    }
    const took = { compile: [] as number[], link: [] as number[], publish: [] as number[], all: [] as number[] };
    const text = rules.real(RULES);
    for (let round = -2; round < publishes; round++) {
      const times = [performance.now()];
      const { plans } = compileFile('bench.yaml', text);
      times.push(performance.now());
      const linked = linkPlans(plans);
      times.push(performance.now());
      await test.sensor.publish(linked.tables, () => linked.tables.plan.scopeUnbound);
      times.push(performance.now());
      if (round < 0) continue; // warms up
      const [start = NaN, compiled = NaN, done = NaN, end = NaN] = times;
      took.compile.push(compiled - start);
      took.link.push(done - compiled);
      took.publish.push(end - done);
      took.all.push(end - compiled);
    }
    return [
      { name: 'link: plans → tables', unit: 'ms', rounds: [took.link] },
      { name: `publish: tables → in force, ${BOXES} containers, ${BOXES * PROGRAMS_OF_A_BOX} known programs`, unit: 'ms', rounds: [took.publish] },
      { name: 'plans → in force', unit: 'ms', rounds: [took.all], targets: [{ of: 'median', limit: 20 }] },
      { name: 'before that: YAML text → plans', unit: 'ms', rounds: [took.compile] },
    ];
  } finally {
    await test.close();
  }
}

/** A file in the agent's folder is rewritten until the agent says that the new rules are in force; watching and waiting for quiet included. */
async function throughAgent({ publishes }: Scale): Promise<readonly Figure[]> {
  const policies = { 'bench.yaml': makeRuleSets().real(RULES) };
  const node = await startNode({ policies });
  try {
    const samples: number[] = [];
    for (let round = 0; round < publishes; round++) samples.push(await changed(node, round));
    return [{ name: 'file written → in force, through the agent', unit: 'ms', rounds: [samples] }];
  } finally {
    await node.close();
  }
}

async function changed(node: Node, round: number): Promise<number> {
  const said = (): readonly string[] => node.agent.messages().split('\n').filter((line) => line.includes('"policies changed"'));
  const before = said().length;
  writeFileSync(join(node.agent.policies, 'more.yaml'), rulesFor([`/bench/${round}`]).replace('bench-0', 'more'));
  const start = Date.now();
  const line = await waitFor('the policies to change', () => said()[before], { interval: 5 });
  return Date.parse((JSON.parse(line) as { readonly time: string }).time) - start;
}
