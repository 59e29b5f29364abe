import type { AgentStatus, ContainerStatus, FrozenStatus } from '../agent/api/protocol';
import { DEFAULTS } from '../agent/options';
import { ask, RUN_DIR_HELP } from './control';
import { EXIT, oneOf, parseFlags, UsageError, type Verb } from './verb';

const HELP = `usage: stasis status [options]

Shows what the agent of this node has in force, and its containers. Exit 1 when it is not ready.

  --output text|json  (default "text")
${RUN_DIR_HELP}`;

export const statusVerb: Verb = {
  summary: 'what the agent has in force, and its containers',
  help: HELP,
  run: async (argv, terminal) => {
    const { values, positionals } = parseFlags(argv, { 'run-dir': { type: 'string', default: DEFAULTS.runDirectory }, output: { type: 'string', default: 'text' } });
    if (positionals.length > 0) throw new UsageError(`unexpected "${positionals.join(' ')}"`);
    const output = oneOf('output', values.output, ['text', 'json']);
    const status = await ask<AgentStatus>(values['run-dir'], { verb: 'status' });
    terminal.out(output === 'json' ? JSON.stringify(status) : statusText(status, runDirFlag(values['run-dir'])));
    return status.ready ? EXIT.ok : EXIT.input;
  },
};

function runDirFlag(runDirectory: string): string {
  return runDirectory === DEFAULTS.runDirectory ? '' : ` --run-dir ${runDirectory}`;
}

/** The status for a person. `flags`: what a further command needs to reach the same agent. */
export function statusText(status: AgentStatus, flags = ''): string {
  const head = [
    `agent      ${status.version}, process ${status.pid}, on ${status.node} since ${status.startedAt}`,
    `state      ${status.ready ? 'ready' : 'NOT READY'}`,
    ...status.reasons.map((reason) => `           ${reason}`),
    `rules      generation ${status.generation}, ${status.policies.count} policies`,
  ];
  const rows = [['ID', 'NAME', 'IMAGE', 'STATE', 'PROCESSES'], ...status.containers.map(row)];
  return [...head, '', ...table(rows), ...status.containers.flatMap((container) => frozenLines(container, flags))].join('\n');
}

function frozenLines({ id, name, pod, frozen }: ContainerStatus, flags: string): string[] {
  if (frozen === undefined) return [];
  const shown = pod === undefined ? name : `${pod}/${name}`;
  return ['', `frozen     ${shown} since ${frozen.since}, by ${causeOf(frozen)}`, `           to let it go on: stasis thaw ${id}${flags}`];
}

function causeOf({ byPerson, policy, rule, finding }: FrozenStatus): string {
  if (byPerson) return 'a person';
  return policy === undefined || rule === undefined ? 'a rule whose name is not known any more' : `policy ${policy}, rule ${rule} (finding ${finding ?? 'unknown'})`;
}

function row(container: ContainerStatus): string[] {
  const name = container.name === container.id ? '-' : container.name;
  return [container.id.slice(0, 20), container.pod === undefined ? name : `${container.pod}/${name}`, container.image ?? '-', stateOf(container), String(container.processes)];
}

function stateOf({ contained, bound }: ContainerStatus): string {
  if (contained) return 'Frozen';
  return bound ? 'Covered' : 'Unbound';
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  );
}
