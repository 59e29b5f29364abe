import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compileFile, linkPlans } from '../../src/agent/config/plans';

/** Lengths of the paths that are started, in bytes. */
export const PATH_LENGTHS = [20, 61, 118, 200] as const;

/** Folders where real names come from: what a machine that builds this project has, whatever else is installed. */
const SOURCES = ['/usr/bin', '/usr/sbin', '/usr/lib/gcc', '/usr/lib/git-core', '/usr/lib/python3', '/usr/include', '/usr/share/perl'];
const MAX_NAMES_OF_A_SOURCE = 1500;
const MAX_DEPTH = 6;

/** Absolute paths of regular files of this machine, sorted; plain characters only. */
function realNames(): readonly string[] {
  const found: string[] = [];
  let limit = 0;
  const walk = (folder: string, depth: number): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (!/^[\w./+-]+$/.test(path) || found.length >= limit) continue;
      if (entry.isDirectory() && depth < MAX_DEPTH) walk(path, depth + 1);
      if (entry.isFile()) found.push(path);
    }
  };
  for (const folder of SOURCES.filter((source) => existsSync(source))) {
    limit = found.length + MAX_NAMES_OF_A_SOURCE;
    walk(folder, 1);
  }
  return found.sort();
}

/** A path of about this length, made of real names: where the machine has none so long, several are joined. */
function pathOfLength(names: readonly string[], length: number): string {
  const fitting = names.filter((name) => name.length <= length).sort((left, right) => right.length - left.length);
  let path = fitting[0] ?? '/usr/bin/x';
  while (length - path.length > 20) {
    const room = length - path.length;
    path += names.find((name) => name.length <= room && name.length > room - 12) ?? fitting.find((name) => name.length <= room) ?? '/usr/bin/x';
  }
  return path.padEnd(length, 'x');
}

export interface RuleSets {
  /** Programs that no rule names, one for each of `PATH_LENGTHS`. */
  readonly programs: readonly string[];
  /** Policy of `count` rules with real names, up to 200 bytes long, a fifth of them globs. */
  readonly real: (count: number) => string;
  /** The patterns of those rules. */
  readonly patterns: readonly string[];
  /** As many rules as the tables take, made to fill the automaton, and a program deep inside it. */
  readonly hostile: { readonly yaml: string; readonly program: string; readonly rules: number };
}

const MAX_RULES = 500;
const RULES_OF_A_POLICY = 20;

export function makeRuleSets(): RuleSets {
  const names = realNames();
  const programs = PATH_LENGTHS.map((length) => pathOfLength(names, length));
  const started = new Set(programs);
  const step = Math.max(1, Math.floor(names.length / MAX_RULES));
  const chosen = Array.from({ length: MAX_RULES }, (_, at) => patternOf(names, at * step, at)).filter((pattern) => !started.has(pattern));
  return {
    programs,
    patterns: chosen,
    real: (count) => rulesFor(chosen.slice(0, count)),
    hostile: hostileRules(),
  };
}

/** Every fifth is a glob, every fiftieth nearly as long as the longest program. */
function patternOf(names: readonly string[], at: number, rule: number): string {
  const name = names[at % names.length] ?? `/usr/bin/x${rule}`;
  const file = name.slice(name.lastIndexOf('/') + 1);
  const folder = name.slice(0, name.lastIndexOf('/'));
  if (rule % 50 === 1) return `${pathOfLength(names.slice(at % (names.length / 2)), 190)}.${rule}`;
  if (rule % 5 !== 0) return name;
  if (rule % 200 === 0) return `**/${file}.${rule}`;
  if (rule % 250 === 30) return `${folder.slice(0, folder.lastIndexOf('/'))}/*/${file}.${rule}`;
  return rule % 10 === 0 ? `${folder}/${file.slice(0, 4)}*.${rule}` : `${folder}/${file}.${rule}/**`;
}

/** As many policies as it takes: one alone may not fill the tables. */
export function rulesFor(patterns: readonly string[]): string {
  const documents: string[] = [];
  for (let from = 0; from < patterns.length; from += RULES_OF_A_POLICY) {
    const rules = patterns.slice(from, from + RULES_OF_A_POLICY);
    documents.push(
      [
        'apiVersion: stasis.dev/v1alpha1',
        'kind: ClusterSecurityPolicy',
        `metadata: {name: bench-${from / RULES_OF_A_POLICY}}`,
        'spec:',
        '  mode: Enforce',
        '  target: {all: true}',
        '  rules:',
        ...rules.map((pattern, at) => `  - {name: rule-${from + at}, severity: High, process: {executable: ["${pattern}"]}, respond: [Alert]}`),
        '',
      ].join('\n'),
    );
  }
  return documents.join('---\n');
}

/** Long names that share nothing: each byte leads to a state far from the last one. As many as the automaton has room for. */
function hostileRules(): RuleSets['hostile'] {
  const patterns = (count: number): string[] => Array.from({ length: count }, (_, at) => hostilePattern(at));
  let fits = 0;
  for (let step = 256; step >= 1; step >>= 1) if (fits + step <= 512 && isTaken(rulesFor(patterns(fits + step)))) fits += step;
  return { yaml: rulesFor(patterns(fits)), program: `${hostilePattern(fits >> 1).slice(0, -1)}~`, rules: fits };
}

const HOSTILE_BYTES = 192;

/** The same for the same number, and without a beginning in common. */
function hostilePattern(at: number): string {
  let state = at * 2654435761 + 1;
  let name = '';
  while (name.length < HOSTILE_BYTES) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    name += state.toString(36);
  }
  return `/${name.slice(0, HOSTILE_BYTES)}`;
}

function isTaken(yaml: string): boolean {
  const { plans, diagnostics } = compileFile('bench.yaml', yaml);
  return diagnostics.length === 0 && linkPlans(plans).problems.length === 0;
}
