import type { Logger } from '../../logger';
import type { ContainerdTasks, TaskName, TaskState } from '../enrich/tasks';
import type { Container } from '../identity/containers';
import type { CgroupId } from '../kernel/sensor';
import type { Core } from './core';

export interface RuntimePausesOptions {
  /** Undefined: no socket was given. */
  readonly tasks: ContainerdTasks | undefined;
  readonly logger: Logger;
  readonly core: () => Core | undefined;
  /** The setting `freezer` is Runtime. */
  readonly isWanted: () => boolean;
  /** What a runtime says of a container has changed. */
  readonly onChanged: () => void;
}

/** NotAsked: it is not known how to. NoAnswer: it was asked. */
export type RuntimeState = TaskState | 'NotAsked' | 'NoAnswer';

interface Pause {
  /** Which freeze of the container it was asked for. */
  readonly freeze: string;
  readonly task: TaskName | undefined;
  asking: Promise<void> | undefined;
}

const MAX_STATES = 1024;
const UNSETTLED: ReadonlySet<RuntimeState | undefined> = new Set(['NoAnswer', 'Pausing', 'Unknown']);

/**
 * Has containers that are contained paused by their runtime, and resumed before they are thawed. A runtime that refuses, or does not
 * answer, leaves the freezer to the reflex thread.
 */
export class RuntimePauses {
  private readonly pauses = new Map<CgroupId, Pause>();
  private readonly states = new Map<string, RuntimeState>();
  private failure: string | undefined;

  constructor(private readonly options: RuntimePausesOptions) {}

  /** Why containers are not paused by their runtime although they should be; undefined: they are. */
  get problem(): string | undefined {
    if (!this.options.isWanted()) return undefined;
    if (this.options.tasks === undefined) return 'the setting freezer: Runtime is not followed, for lack of a runtime\'s socket: the freezer is written directly';
    return this.failure === undefined ? undefined : `a container runtime did not pause a container, whose freezer was written directly: ${this.failure}`;
  }

  /** What its runtime said last of a container that it was to pause. */
  stateOf(id: string): RuntimeState | undefined {
    return this.states.get(id);
  }

  /** Asks for everything that is contained and was not asked for yet. */
  look(): void {
    const core = this.options.core();
    if (core === undefined) return;
    const contained = core.sensor.containers().filter((state) => state.contained);
    this.forget(new Set(contained.map(({ cgroup }) => cgroup)));
    for (const pause of this.pauses.values()) this.askAgain(pause);
    if (!this.options.isWanted()) return;
    for (const { cgroup, containment } of contained) this.begin(core.agent.containers.get(cgroup), `${containment?.hitNs}.${containment?.eventId}`);
  }

  /** At once, unless its runtime has yet to answer: then. */
  afterPause(cgroup: CgroupId, run: () => void): void {
    const asking = this.pauses.get(cgroup)?.asking;
    if (asking === undefined) run();
    else void asking.then(run);
  }

  /** Resumes a container that its runtime takes for paused. Undefined: there is nothing to wait for. Never rejects. */
  resume({ facts }: Container): Promise<void> | undefined {
    const task = taskOf(facts);
    return task === undefined || this.options.tasks === undefined ? undefined : this.resumeTask(this.options.tasks, task);
  }

  /** What is not contained any more runs again, or has ended: its runtime knows. */
  private forget(contained: ReadonlySet<CgroupId>): void {
    for (const [cgroup, { task, asking }] of this.pauses) {
      if (contained.has(cgroup) || asking !== undefined) continue;
      this.pauses.delete(cgroup);
      if (task !== undefined) void this.ask(task);
    }
  }

  /** Who did not answer, or is at it, may have done it by now. */
  private askAgain(pause: Pause): void {
    const { task, asking } = pause;
    if (task === undefined || asking !== undefined || !UNSETTLED.has(this.states.get(task.id))) return;
    this.during(pause, this.ask(task));
  }

  private during(pause: Pause, asking: Promise<unknown>): void {
    pause.asking = asking.then(() => {
      pause.asking = undefined;
    });
  }

  private begin(container: Container | undefined, freeze: string): void {
    if (container?.bound !== true || this.pauses.get(container.cgroup.id)?.freeze === freeze) return;
    const { cgroup, facts } = container;
    const task = taskOf(facts);
    const pause: Pause = { freeze, task, asking: undefined };
    this.pauses.set(cgroup.id, pause);
    if (task === undefined || this.options.tasks === undefined) return this.learn(facts.id, 'NotAsked');
    this.during(pause, this.pauseTask(this.options.tasks, task));
  }

  private async pauseTask(tasks: ContainerdTasks, task: TaskName): Promise<void> {
    try {
      await tasks.pause(task);
      this.failure = undefined;
      this.learn(task.id, 'Paused');
    } catch (error) {
      const last = this.failure;
      this.failure = error instanceof Error ? error.message : String(error);
      // What the agent before had paused is paused already.
      if ((await this.ask(task)) === 'Paused') this.failure = last;
      else this.options.logger.warn('a container runtime did not pause a container, whose freezer is written directly', { id: task.id, error: this.failure });
    }
  }

  private async resumeTask(tasks: ContainerdTasks, task: TaskName): Promise<void> {
    const state = await stateOf(tasks, task);
    if (state !== 'Paused' && state !== 'Pausing') return;
    try {
      await tasks.resume(task);
      this.learn(task.id, 'Running');
    } catch (error) {
      this.options.logger.warn('a container runtime did not resume a container, and takes it for paused though it is thawed', { id: task.id, error: String(error) });
    }
  }

  private async ask(task: TaskName): Promise<RuntimeState> {
    const { tasks } = this.options;
    const state = tasks === undefined ? 'NotAsked' : await stateOf(tasks, task);
    this.learn(task.id, state);
    return state;
  }

  private learn(id: string, state: RuntimeState): void {
    if (this.states.get(id) === state) return;
    this.states.set(id, state);
    const oldest = this.states.keys().next();
    if (this.states.size > MAX_STATES && oldest.done !== true) this.states.delete(oldest.value);
    this.options.onChanged();
  }
}

function stateOf(tasks: ContainerdTasks, task: TaskName): Promise<RuntimeState> {
  return tasks.state(task).catch((): RuntimeState => 'NoAnswer');
}

/** Undefined: containerd did not make it. */
function taskOf({ id, containerdNamespace }: Container['facts']): TaskName | undefined {
  return containerdNamespace === undefined ? undefined : { namespace: containerdNamespace, id };
}
