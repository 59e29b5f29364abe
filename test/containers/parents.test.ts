/** A runtime makes the missing parents of a container's cgroup with the same binary, and the agent may hear of it late. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startAgent } from '../support/agent';
import { newContainerId } from '../support/container';
import { runcContainer } from '../support/runc';
import { openSession, type Session } from '../support/session';
import { policyText } from './support/policies';
import { findingAbout, startWeb, type Web } from './support/web';

let session: Session;

beforeEach(() => {
  session = openSession();
});
afterEach(() => session.close(), 60_000);

function startBelow(parent: string): Promise<Web> {
  return startWeb(session, (options) => runcContainer(session, { ...options, id: newContainerId(), parent }));
}

it('each container below parents that a runtime made is one of its own, also when the agent heard of the first one late', async () => {
  const agent = await startAgent(session, { policies: { 'any.yaml': policyText({ name: 'any', respond: '[Alert]' }) } });
  process.kill(agent.pid, 'SIGSTOP');
  const first = await startBelow('pod').finally(() => process.kill(agent.pid, 'SIGCONT'));
  await sleep(1500); // the agent has compared what it knows with what the kernel knows
  const second = await startBelow('pod');
  for (const web of [first, second]) {
    const { program } = await web.attack();
    expect(await findingAbout(agent, web, program)).toMatchObject({ container: { id: web.container.id } });
  }
}, 60_000);
