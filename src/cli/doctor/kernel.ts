import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hierarchies } from '../../agent/identity/hierarchy';
import { openSensor, uninstall } from '../../agent/kernel/native-sensor';
import type { ProvenHook, Sensor, SensorOptions } from '../../agent/kernel/sensor';
import { PROVABLE_HOOKS, runSelfTest } from '../../agent/self-test';
import { answer, type Check } from './check';
import { signallingCheck } from './signalling';

/** What each hook is for; without it, that is what is lost. */
const MEANINGS: Readonly<Record<ProvenHook, string>> = {
  exec: 'programs are judged before their first instruction',
  fork: 'children belong to their container, with their lineage',
  exit: 'ended processes leave the tables',
  sysExit: 'the other processes of a frozen container stop at their next system call',
  cgroupMkdir: 'containers are covered before their first process',
  cgroupRmdir: 'ended containers leave the tables',
  cgroupAttach: 'processes that join a container are covered, and leaving one is seen',
  signal: 'continuing a stopped process is seen',
  seed: 'processes that ran before the agent are covered',
  script: 'the script that was started is judged, not its interpreter alone',
};

/** Loads the programs beside whatever runs, under pins of the doctor's own, and lets every hook see a harmless hit. */
export async function kernelChecks(hierarchies: Hierarchies): Promise<readonly Check[]> {
  const runDirectory = mkdtempSync(join(tmpdir(), 'stasis-doctor-'));
  const options: SensorOptions = {
    runDirectory,
    pinRoot: `/sys/fs/bpf/stasis-doctor-${process.pid}`,
    startup: 'Open',
    freezesPerMinute: 0,
    permits: 'Required', // nothing is frozen: what a rule matches is held, and let go
    runtimes: [],
    agentCgroup: undefined,
  };
  try {
    return await loadAndProve(options, hierarchies);
  } finally {
    rmSync(runDirectory, { recursive: true, force: true });
  }
}

async function loadAndProve(options: SensorOptions, hierarchies: Hierarchies): Promise<readonly Check[]> {
  let sensor: Sensor;
  try {
    sensor = openSensor(options);
  } catch (error) {
    return [loaded(error instanceof Error ? error.message : String(error))];
  }
  try {
    const unproven = await runSelfTest({ sensor, place: hierarchies.unified });
    const programs = sensor.programs();
    const signals = await signallingCheck(sensor, hierarchies.unified);
    return [loaded(undefined, programs.length), realTime(sensor.reflex().realTime), signals, ...PROVABLE_HOOKS.map((hook) => hookCheck(hook, !unproven.includes(hook)))];
  } finally {
    sensor.close();
    uninstall(options);
  }
}

function loaded(problem: string | undefined, programs = 0): Check {
  return answer({
    name: 'programs',
    yes: problem === undefined,
    proof: problem ?? `${programs} programs were loaded and attached, then removed`,
    meaning: 'this kernel takes the programs',
    otherwise: { health: 'missing', meaning: 'nothing can be enforced', remedy: 'see the other checks; the message of the kernel is the proof' },
  });
}

function realTime(yes: boolean): Check {
  return answer({
    name: 'real-time scheduling',
    yes,
    proof: `the freezing thread ${yes ? 'runs under SCHED_FIFO' : 'was refused SCHED_FIFO'}`,
    meaning: 'a freeze waits for no other program of a busy machine',
    otherwise: { health: 'degraded', meaning: 'on a busy machine a freeze may wait for other programs', remedy: 'CAP_SYS_NICE, and no real-time group scheduling that forbids it' },
  });
}

function hookCheck(hook: ProvenHook, proven: boolean): Check {
  return answer({
    name: `hook ${hook}`,
    yes: proven,
    proof: proven ? 'it saw the self-test' : 'it did not see the self-test',
    meaning: MEANINGS[hook],
    otherwise: { health: 'missing', meaning: `not so: ${MEANINGS[hook]}`, remedy: 'report it with this output; the agent does not call itself ready here' },
  });
}
