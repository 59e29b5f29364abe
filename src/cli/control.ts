import { errorCode } from '../agent/error-code';
import { askAgent } from '../agent/api/control-client';
import type { ControlRequest } from '../agent/api/protocol';

/** The flag that all verbs take which talk to the agent. */
export const RUN_DIR_HELP = '  --run-dir DIR       where the agent keeps its control socket (default "/run/stasis")';

/** Asks the running agent; rejects with a message for the person when none answers or it refuses. */
export async function ask<Body>(runDirectory: string, request: ControlRequest): Promise<Body> {
  const answer = await askAgent(runDirectory, request).catch((error: unknown) => {
    throw new Error(explain(runDirectory, error));
  });
  if (!answer.ok) throw new Error(answer.error);
  return answer.body as Body;
}

function explain(runDirectory: string, error: unknown): string {
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ECONNREFUSED') return `no agent runs here ("${runDirectory}"); start one with "stasis agent", or name its "--run-dir"`;
  if (code === 'EACCES') return `the agent's control socket in "${runDirectory}" is for root alone`;
  return error instanceof Error ? error.message : String(error);
}
