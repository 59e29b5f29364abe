import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, link } from '../../src/compile';
import { formatDiagnostic } from '../../src/contract/diagnostic';
import type { Diagnostic } from '../../src/contract/diagnostic';
import { parsePolicies } from '../../src/contract/parse';
import type { Plan } from '../../src/contract/plan';

const CASES = join(__dirname, 'policies');
const LIBRARY = join(__dirname, '..', '..', 'policies');
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

interface Compiled {
  readonly plans: readonly Plan[];
  readonly diagnostics: readonly Diagnostic[];
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function compileText(file: string, text: string): Compiled {
  const parsed = parsePolicies(file, text);
  const compiled = parsed.policies.map(({ policy, source }) => compile(policy, { hash: sha256, source }));
  return {
    plans: compiled.flatMap(({ plan }) => plan ?? []),
    diagnostics: [...parsed.diagnostics, ...compiled.flatMap(({ diagnostics }) => diagnostics)],
  };
}

/** What a case shall give, by file name; files that it shall not have are not there. */
function outcomeOf(folder: string): Readonly<Record<string, string | undefined>> {
  const { plans, diagnostics } = compileText('policy.yaml', readFileSync(join(folder, 'policy.yaml'), 'utf8'));
  return {
    'plan.json': plans.length === 0 ? undefined : `${JSON.stringify(plans, null, 2)}\n`,
    'diagnostics.txt': diagnostics.length === 0 ? undefined : diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic)}\n`).join(''),
  };
}

function check(file: string, actual: string | undefined): void {
  if (UPDATE && actual === undefined) rmSync(file, { force: true });
  else if (UPDATE) writeFileSync(file, String(actual));
  expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(actual);
}

describe('policy files', () => {
  it.each(readdirSync(CASES).sort())('%s gives the recorded plan or diagnostics', (name) => {
    for (const [file, actual] of Object.entries(outcomeOf(join(CASES, name)))) check(join(CASES, name, file), actual);
  });

  it('of a megabyte of nesting give one message with a place', () => {
    const { diagnostics } = compileText('nested.yaml', '['.repeat(1 << 20));
    expect(diagnostics.map(formatDiagnostic)).toEqual(['nested.yaml:1:1: The file has 1048576 bytes, at most 262144 are allowed']);
  });

  it.each([
    ['brackets', '['.repeat(200_000), '1:33'],
    ['braces', '{a: '.repeat(60_000), '1:129'],
    ['dashes', '- '.repeat(100_000), '1:65'],
    ['question marks', '? '.repeat(100_000), '1:65'],
    ['indentation', Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), '33:33'],
  ])('nested in %s deeper than allowed give one message with a place, in half a second of processor time', (_, text, place) => {
    const begin = process.cpuUsage();
    const { diagnostics } = compileText('nested.yaml', text);
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(500);
    expect(diagnostics.map(formatDiagnostic)).toEqual([`nested.yaml:${place}: Nested deeper than 32 levels`]);
  });
});

describe('the default library', () => {
  const files = readdirSync(LIBRARY).filter((name) => name.endsWith('.yaml')).sort();

  it('compiles without a diagnostic, in mode Audit, and fits on a node with room to spare', () => {
    const compiled = files.map((name) => compileText(name, readFileSync(join(LIBRARY, name), 'utf8')));
    const plans = compiled.flatMap((one) => one.plans);
    expect(compiled.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    expect(plans.filter(({ mode }) => mode !== 'Audit')).toEqual([]);
    expect(plans).toHaveLength(files.length);
    const linked = link(plans.map((plan) => ({ plan })));
    expect(linked.rejected).toEqual([]);
    expect(linked.states).toBeLessThan(2000);
  });
});
