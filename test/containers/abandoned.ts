import { freeze } from '../support/cgroup';
import { runcContainer } from '../support/runc';
import { openSession } from '../support/session';

/** Opens a session, freezes a container in it, tells where it is, and waits to be killed. See `harness.test.ts`. */
async function main(): Promise<void> {
  const session = openSession();
  const container = await runcContainer(session, { args: ['/bin/sleep', '1000'] });
  await freeze(container.cgroups);
  process.stdout.write(`${JSON.stringify({ name: session.name, directory: session.directory, pid: container.pid })}\n`);
  setInterval(() => undefined, 1000);
}

void main();
