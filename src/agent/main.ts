import { Agent } from './agent';
import { systemClock } from '../clock';
import { readFolder } from './config/folder';
import { linkPlans, parseFile } from './config/plans';
import { Policies } from './config/policies';
import { findInstallation } from './installation';
import { createLogger, type Logger } from '../logger';
import type { AgentOptions } from './options';
import { DescriptorSink } from '../sink';
import { openParts } from './open-parts';

/** The folder of policies that the person named cannot be read. */
export class PolicyFolderError extends Error {
  override readonly name = 'PolicyFolderError';
}

/** Runs an agent until SIGTERM or SIGINT. Rejects when it cannot do its work; what is pinned stays in force in any case. */
export async function runAgent(options: AgentOptions): Promise<void> {
  const clock = systemClock();
  const logs = new DescriptorSink(2, clock);
  const logger = createLogger({ level: options.logLevel, json: options.output === 'json', sink: logs });
  const folder = policyFolder(options);
  const tell = teller(logger);
  const ended = endOfProcess();
  const agent = new Agent(options, openParts(options, { clock, logger }));
  const policies = new Policies({
    directory: folder.directory,
    clock,
    parse: parseFile(folder.mode),
    onChange: (state) => {
      tell(state.problems);
      void agent.change(linkPlans(state.policies), state);
    },
  });
  try {
    const state = policies.start();
    tell(state.problems);
    await agent.start(linkPlans(state.policies), state);
    logger.info('ending; what is in force stays in the kernel', { signal: await ended });
  } finally {
    policies.close();
    await agent.stop();
    await logs.flush(FLUSH_MS);
  }
}

const FLUSH_MS = 1000;

function policyFolder({ policies }: AgentOptions): { readonly directory: string; readonly mode?: 'Audit' } {
  if (policies === undefined) return { directory: findInstallation().library, mode: 'Audit' };
  const folder = readFolder(policies);
  if (!folder.ok) throw new PolicyFolderError(folder.problem);
  return { directory: policies };
}

/** Says each problem of the policy files once, and once more when it came back. */
function teller(logger: Logger): (problems: readonly string[]) => void {
  let told: readonly string[] = [];
  return (problems) => {
    for (const problem of problems) if (!told.includes(problem)) logger.error(problem);
    if (problems.length === 0 && told.length > 0) logger.info('all policy files are in force as written');
    told = problems;
  };
}

/** Resolves with the signal that asks this process to end. */
export function endOfProcess(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
}
