import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinkedRule } from '../compile';
import { readSmallText } from './files';

/** What the rule ids of one generation meant: kept beside the kernel's state, for the next agent. */
export interface RuleNames {
  /** Generations count anew after a boot. */
  readonly bootId: string;
  readonly generation: number;
  /** By id. */
  readonly rules: readonly (readonly LinkedRule[])[];
}

const FILE = 'rules.json';
const MAX_BYTES = 16 << 20;

/** Writes the names of the rules in force to the agent's run directory, which is root's alone. */
export function keepRuleNames(runDirectory: string, names: RuleNames): void {
  const path = join(runDirectory, FILE);
  writeFileSync(`${path}.new`, JSON.stringify(names), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** What the agent before left; undefined when there was none in this boot. */
export function readRuleNames(runDirectory: string, bootId: string): RuleNames | undefined {
  const text = readSmallText(join(runDirectory, FILE), MAX_BYTES);
  if (text === undefined) return undefined;
  try {
    const names = JSON.parse(text) as RuleNames;
    return names.bootId === bootId && Number.isInteger(names.generation) && Array.isArray(names.rules) ? names : undefined;
  } catch {
    return undefined; // half a file of an agent that was killed: its findings name the generation alone
  }
}
