/** A broken policy file is told once, with its place; the rules in force stay so. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startAgent, type Agent } from '../support/agent';
import { runcContainer } from '../support/runc';
import { openSession, type Session } from '../support/session';
import { waitFor } from '../support/wait';
import { policyText } from './support/policies';
import { findingAbout, startWeb, type Web } from './support/web';

let session: Session;
let agent: Agent;
let web: Web;
let good: string;

beforeAll(async () => {
  session = openSession();
  good = policyText({ name: 'kill', containers: [`${session.name}-*`], respond: '[Kill]' });
  agent = await startAgent(session, { policies: { 'kill.yaml': good } });
  web = await startWeb(session, (options) => runcContainer(session, { ...options, id: `${session.name}-web` }));
  await agent.untilBound(web.container.id);
});

afterAll(() => session.close());

interface Broken {
  readonly what: string;
  /** What becomes of the text of a good policy. */
  readonly spoil: (text: string) => string;
  /** What is said after "file:line:column: ". */
  readonly said: RegExp;
}

const LINES = { target: 6, rule: 8, process: 12, respond: 13 } as const;

const BROKEN: readonly (Broken & { readonly line: number })[] = [
  { what: 'an unknown field', line: LINES.process, spoil: (text) => text.replace('{origin:', '{orgin:'), said: /^spec\.rules\[0\]\.process\.orgin: Unknown field "orgin" \(did you mean "origin"\?/ },
  { what: 'a misspelt action', line: LINES.respond, spoil: (text) => text.replace('[Kill]', '[Kil]'), said: /^spec\.rules\[0\]\.respond\[0\]: Found "Kil" \(did you mean "Kill"\?/ },
  { what: 'an empty selector', line: LINES.target, spoil: (text) => text.replace(/target: .*/, 'target: {podSelector: {}}'), said: /^spec\.target\.podSelector: Empty, and empty means nothing/ },
  {
    what: 'two kinds in one rule',
    line: LINES.rule,
    spoil: (text) => `${text}      network: {direction: Egress, notTo: ["10.0.0.0/8"]}\n`,
    said: /^spec\.rules\[0\]: Found "process" and "network" in one rule/,
  },
  { what: 'a bad glob', line: LINES.process, spoil: (text) => text.replace(/process: .*/, 'process: {executable: ["/bin/**.sh"]}'), said: /^spec\.rules\[0\]\.process\.executable\[0\]: Bad pattern "\/bin\/\*\*\.sh"/ },
  { what: 'a rule name used twice', line: 14, spoil: (text) => text + text.slice(text.indexOf('    - name:')), said: /^spec\.rules\[1\]\.name: Rule name "foreign-program" is used twice/ },
  { what: 'bad YAML', line: 14, spoil: (text) => text.replace('[Kill]', '[Kill'), said: /^Not valid YAML: / },
  { what: 'nesting without end', line: LINES.process, spoil: (text) => text.replace(/process: .*/, `process: ${'['.repeat(100_000)}`), said: /^[A-Z].{10,200}$/ },
];

function messagesAbout(file: string): readonly string[] {
  const lines = agent.messages().split('\n').filter(Boolean).map((line) => JSON.parse(line) as { readonly level: string; readonly message: string });
  return lines.filter(({ level, message }) => level === 'error' && message.includes(`/${file}`)).map(({ message }) => message);
}

async function expectStillKilling(): Promise<void> {
  const attack = await web.attack('fork');
  expect(await findingAbout(agent, web, attack.program)).toMatchObject({ policy: 'kill', action: 'Kill', result: 'Done' });
  expect(attack.count()).toBe(0n);
}

async function problems(): Promise<readonly string[]> {
  return ((await (await fetch(`${agent.url}/readyz`)).json()) as { readonly reasons: readonly string[] }).reasons;
}

describe.each(BROKEN)('a policy file with $what', ({ what, line, spoil, said }) => {
  const name = `${what.replaceAll(' ', '-')}.yaml`;

  it('is told with its place when it is dropped beside a good one, which stays in force', async () => {
    const path = join(agent.policies, name);
    writeFileSync(path, spoil(good.replace('name: kill', 'name: other')));
    const [message = ''] = await waitFor('the message', () => (messagesAbout(name).length > 0 ? messagesAbout(name) : undefined));
    expect(message).toMatch(new RegExp(`^${path}:${line}:[1-9]\\d*: `));
    expect(message.replace(/^.*?:\d+:\d+: /, '')).toMatch(said);
    expect(await problems()).toContain(message);
    await expectStillKilling();
    expect(messagesAbout(name)).toEqual([message]);
    rmSync(path);
    await waitFor('the file to be forgotten', async () => !(await problems()).includes(message));
  });

  it('leaves in force what it was before it was broken', async () => {
    const path = join(agent.policies, 'kill.yaml');
    const before = messagesAbout('kill.yaml').length;
    writeFileSync(path, spoil(good));
    await waitFor('the message', () => messagesAbout('kill.yaml').length > before);
    await expectStillKilling();
    expect(messagesAbout('kill.yaml')).toHaveLength(before + 1);
    writeFileSync(path, good);
    await waitFor('the file to be in force as written', async () => (await problems()).every((problem) => !problem.includes('kill.yaml')));
  });
});

it('a megabyte of nesting is refused by its size, and the rules in force stay so', async () => {
  const path = join(agent.policies, 'huge.yaml');
  writeFileSync(path, '['.repeat(1 << 20));
  await waitFor('the message', () => messagesAbout('huge.yaml').length > 0);
  expect(messagesAbout('huge.yaml')).toEqual([`${path}: is 1048576 bytes long, at most 262144 are read`]);
  await expectStillKilling();
  expect(readFileSync(`/proc/${agent.pid}/status`, 'utf8')).toMatch(/^State:\s+[SR]/m);
});
