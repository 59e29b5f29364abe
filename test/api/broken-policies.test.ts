/** What `kubectl apply` says about the policies of the golden cases: word for word, beside what `stasis policy check` says. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../support/checkout';
import { openSession, type Session } from '../support/session';
import { startApi, type Api } from './support/api';

const CASES = join(CHECKOUT, 'test/golden/policies');
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';
/** Mistakes that only the compiler sees: such a policy is taken and becomes Stalled. */
const STALLED = ['multiplying-patterns'];

let session: Session;
let api: Api;

beforeAll(async () => {
  session = openSession();
  api = await startApi(session);
  await api.kubectl(['create', 'namespace', 'shop']);
}, 180_000);

afterAll(() => session.close(), 30_000);

/** The outcome for each document of a file; the server tells several mistakes of one object in any order. */
async function apply(text: string, ...options: readonly string[]): Promise<string> {
  const said: string[] = [];
  for (const document of text.split(/^---$/mu).filter((one) => /^[^\s#]/mu.test(one))) {
    const { stdout, stderr } = await api.kubectl(['apply', '--dry-run=server', '-f', '-', ...options], document);
    const [first = '', ...causes] = `${stdout}${stderr}`.trimEnd().split('\n');
    said.push([first.trimEnd(), ...(causes.every((cause) => cause.startsWith('* ')) ? causes.sort() : causes)].join('\n'));
  }
  return `${said.join('\n---\n')}\n`;
}

function policyOf(name: string): string {
  return readFileSync(join(CASES, name, 'policy.yaml'), 'utf8');
}

function isBroken(name: string): boolean {
  return existsSync(join(CASES, name, 'diagnostics.txt'));
}

describe('kubectl apply', () => {
  const names = readdirSync(CASES).sort();

  it.each(names)('of %s says what is recorded', async (name) => {
    const file = join(CASES, name, 'apply.txt');
    const said = await apply(policyOf(name));
    if (UPDATE) writeFileSync(file, said);
    expect(said).toBe(existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  }, 30_000);

  it.each(names.filter((name) => isBroken(name) && !STALLED.includes(name)))('refuses %s', async (name) => {
    const said = await apply(policyOf(name));
    expect(said.split('---\n').filter((one) => /(created|configured) \(server dry run\)$/mu.test(one))).toEqual([]);
  }, 30_000);

  it('knows at least 24 broken policies', () => {
    expect(names.filter(isBroken).length).toBeGreaterThanOrEqual(24);
  });

  it('refuses a megabyte of nesting in one line', async () => {
    expect(await apply(`apiVersion: stasis.dev/v1alpha1\nkind: ClusterSecurityPolicy\nmetadata: {name: x}\nspec: ${'['.repeat(1 << 20)}\n`)).toMatch(/^error: .{10,300}\n$/u);
  }, 30_000);

  it('by a client that leaves out what it does not know never broadens a rule', async () => {
    expect(await apply(policyOf('unknown-field'), '--validate=ignore')).toContain('spec.rules[0].process: Required value: an empty matcher matches nothing');
  }, 30_000);
});
