/** `make demo`: an attack on a real container, told on the terminal. Ends with 0 only if everything it says has happened. */
import { openSession, type Session } from '../support/session';
import { waitFor } from '../support/wait';
import { leftovers } from './leftovers';
import { setStage } from './stage';
import { stepsUntil } from './step';
import { tellStory } from './story';
import { openTerminal, type Terminal } from './terminal';

const INTERRUPTED: Readonly<Partial<Record<NodeJS.Signals, number>>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

async function main(terminal: Terminal): Promise<number> {
  if (process.getuid?.() !== 0) {
    terminal.failure('this needs root: it loads programs into the kernel and starts a container');
    return 1;
  }
  const began = Date.now();
  const session = openSession('stasis-demo');
  const told = await tell(session, terminal);
  const clean = await removed(session, terminal);
  if (told === 0 && clean) terminal.fact('removed', `everything: processes, cgroups, mounts, pins, files. ${((Date.now() - began) / 1000).toFixed(1)} s in all`);
  return told === 0 && !clean ? 1 : told;
}

/** Tells the story to its end, to a step that fails, or to a signal, and returns the exit code. */
async function tell(session: Session, terminal: Terminal): Promise<number> {
  const interruption = new AbortController();
  const interrupted = new Promise<number>((resolve) => {
    for (const [signal, code] of Object.entries(INTERRUPTED)) {
      process.on(signal, () => {
        if (!interruption.signal.aborted) terminal.failure('interrupted, cleaning up');
        interruption.abort();
        resolve(code);
      });
    }
  });
  const step = stepsUntil(interruption.signal);
  const whole = async (): Promise<number> => {
    terminal.heading('Stasis: a foreign program starts in a container, and is stopped before it does anything');
    await tellStory(await setStage(session, terminal, step), terminal, step);
    return 0;
  };
  return Promise.race([interrupted, whole().catch((error: unknown) => (interruption.signal.aborted ? interrupted : fail(error, terminal)))]);
}

function fail(error: unknown, terminal: Terminal): number {
  terminal.failure(error instanceof Error ? error.message : String(error));
  return 1;
}

async function removed(session: Session, terminal: Terminal): Promise<boolean> {
  try {
    await session.close();
    await waitFor('the guard to end', () => leftovers(session.directory).length === 0).catch(() => undefined);
    const left = leftovers(session.directory);
    if (left.length > 0) throw new Error(`left over: ${left.join(', ')}`);
    return true;
  } catch (error) {
    fail(error, terminal);
    return false;
  }
}

main(openTerminal(process)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1); // what is left is swept by the session's guard
  },
);
