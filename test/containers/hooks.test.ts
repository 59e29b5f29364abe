/** A runtime's hooks run in the container's namespaces and cgroup before its root is changed; its root is not theirs. */
import { startAgent, type Agent } from '../support/agent';
import { runcContainer } from '../support/runc';
import { openSession, type Session } from '../support/session';
import { policyText } from './support/policies';
import { part } from './support/web';

let session: Session;
let agent: Agent;

beforeEach(async () => {
  session = openSession();
  const own = [`${session.name}-*`];
  agent = await startAgent(session, { policies: { 'own.yaml': policyText({ name: 'own', containers: own, respond: '[Kill]' }) } });
});
afterEach(async () => {
  await agent.stop();
  await session.close();
});

it('knows what is of the image and what was dropped in a container that a hook was made for', async () => {
  const container = await runcContainer(session, { id: `${session.name}-hooked`, args: ['/bin/sleep', '60'], createHooks: ['/bin/true'] });
  await agent.untilBound(container.id);
  expect(await container.exec(['/bin/true'])).toMatchObject({ code: 0 });
  expect(await container.exec(['/bin/sh', '-c', 'cp /bin/busybox /tmp/dropped; /tmp/dropped true; exit 0'])).toMatchObject({ code: 0 });
  const finding = await agent.waitForFinding(() => true);
  expect(part(finding, 'process')).toMatchObject({ executable: '/tmp/dropped', origin: 'Written' });
  expect(agent.findings()).toHaveLength(1);
  await container.remove();
});
