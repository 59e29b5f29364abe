import type { Clock } from '../../clock';
import { readSecurityAlert, type SecurityAlert } from '../../contract/alert';
import { containmentName, readContainment, type Receipt } from '../../contract/containment';
import type { SecurityPolicy } from '../../contract/resources.gen';
import { statusOf } from '../../kube/failure';
import { nowMs } from '../../kube/pace';
import { answers, hindrance, type CanaryState } from './canary-state';
import { canaryPod, DRILL, drillPolicy, type CanaryOptions } from './objects';
import type { DrillObjects } from './objects-api';

export interface DrillOptions extends CanaryOptions {
  readonly clock: Clock;
  readonly objects: DrillObjects;
  /** For everything together, in milliseconds. */
  readonly patienceMs: number;
  readonly say: (what: string, text: string) => void;
}

/** The cluster did not do what it should; the message is for a person. */
export class DrillFailure extends Error {
  override readonly name = 'DrillFailure';
}

const LOOK_MS = 300;
/** A pod that is deleted while it is frozen takes its grace, and the kubelet's time. */
const CLEAN_MS = 60_000;

/** What was seen, or why it is not so yet. */
type Seen<T> = { readonly value: T } | { readonly not: string };

/**
 * One attack on a canary pod, from the hook to the thaw, each step seen by somebody else than who did it. Removes what
 * it made. Rejects with a DrillFailure that names the step at which it ended.
 */
export class Drill {
  /** Until when it waits for what is under way, in milliseconds of the boot clock. */
  private deadline = 0;

  constructor(private readonly options: DrillOptions) {}

  async run(): Promise<void> {
    const { clock, patienceMs, say } = this.options;
    await this.clean(); // what a drill before this one left
    const began = nowMs(clock);
    this.deadline = began + patienceMs;
    try {
      await this.attack();
    } catch (error) {
      await this.clean().catch((left: unknown) => say('left', String(left))); // why it failed matters more
      throw error;
    }
    await this.clean();
    say('removed', `policy and canary; ${((nowMs(clock) - began) / 1000).toFixed(1)} s in all`);
  }

  private async attack(): Promise<void> {
    await this.publish();
    const canary = await this.startCanary();
    const containment = containmentName(canary.metadata);
    await this.seeFrozen(containment);
    await this.seeAlert(containment);
    await this.seeSilence();
    await this.thaw(containment);
  }

  private async publish(): Promise<void> {
    const { objects, namespace, say } = this.options;
    await objects.create('securitypolicies', drillPolicy(namespace));
    const mode = await this.until('the policy to be published', async () => publication((await objects.get('securitypolicies', DRILL)) as SecurityPolicy | undefined));
    if (mode !== 'Enforce') throw new DrillFailure(`rules only tell here and stop nothing (${mode}): the installation's mode says so, or namespace ${namespace} is protected or has an open break-glass`);
    say('policy', `${namespace}/${DRILL} is published: a program that is brought into the canary freezes it`);
  }

  private async startCanary(): Promise<CanaryState> {
    const { objects, say } = this.options;
    // A namespace that was just made has no service account for a moment.
    await this.until('the canary to be taken', async () => {
      try {
        return { value: await objects.create('pods', canaryPod(this.options)) };
      } catch (error) {
        if (statusOf(error) === 403 && String(error).includes('serviceaccount')) return { not: String(error) };
        throw error;
      }
    });
    const canary = await this.until('the canary to answer', async () => {
      const state = await this.canary();
      return answers(state) ? { value: state } : { not: hindrance(state) };
    });
    say('canary', `pod ${DRILL} runs on node ${canary.spec.nodeName ?? '?'} and answers the kubelet`);
    return canary;
  }

  private async seeFrozen(containment: string): Promise<void> {
    const { objects, say } = this.options;
    const receipt = await this.until('the canary to be frozen', async () => frozen(await objects.get('containments', containment)));
    say('hook', `judged at ${receipt.hitTime}, the foreign program stopped after ${(receipt.stoppedNs / 1e3).toFixed(1)} µs, before its first instruction`);
    say('freeze', `all of the container after ${(receipt.frozenNs / 1e6).toFixed(2)} ms (${receipt.method}); the freezer reads "${receipt.freezer}"`);
    say('receipt', `${receipt.offenderCalls} system calls of the foreign program and ${receipt.callsAfter} of the others after the hit, ${receipt.revocations} revocations`);
    if (receipt.offenderCalls > 0) throw new DrillFailure('the foreign program ran');
  }

  private async seeAlert(containment: string): Promise<void> {
    const { objects, say } = this.options;
    const { metadata, status } = await this.until('the alert', async () => contained(await objects.list('securityalerts'), containment));
    say('alert', `${metadata.name}: ${status.severity}, ${status.state}, "${status.summary}"`);
  }

  private async seeSilence(): Promise<void> {
    await this.until('the canary to be silent', async () => (answers(await this.canary()) ? { not: 'it answers the kubelet although it is said to be frozen' } : { value: true }));
    this.options.say('witness', 'the kubelet gets no answer of the canary');
  }

  private async thaw(containment: string): Promise<void> {
    const { objects, say, clock } = this.options;
    await objects.delete('securitypolicies', DRILL); // the canary would attack again, and be frozen again
    const began = nowMs(clock);
    await objects.delete('containments', containment);
    await this.gone('containments', containment);
    await this.until('the canary to answer again', async () => (answers(await this.canary()) ? { value: true } : { not: 'it does not answer the kubelet although its Containment is gone' }));
    say('thaw', `the Containment is deleted, and the canary answers again after ${((nowMs(clock) - began) / 1000).toFixed(1)} s`);
  }

  private async canary(): Promise<CanaryState> {
    const state = await this.options.objects.get('pods', DRILL);
    if (state === undefined) throw new DrillFailure('somebody deleted the canary');
    return state as CanaryState;
  }

  /** A pod that is deleted while it is frozen never runs again, so its Containment needs no thaw. */
  private async clean(): Promise<void> {
    this.deadline = nowMs(this.options.clock) + CLEAN_MS;
    await this.options.objects.delete('securitypolicies', DRILL);
    await this.options.objects.delete('pods', DRILL);
    await this.gone('pods', DRILL);
    await this.gone('securitypolicies', DRILL);
  }

  private async gone(kind: 'pods' | 'securitypolicies' | 'containments', name: string): Promise<void> {
    await this.until(`${kind}/${name} to go`, async () => ((await this.options.objects.get(kind, name)) === undefined ? { value: true } : { not: 'it is still there' }));
  }

  private async until<T>(what: string, look: () => Promise<Seen<T>>): Promise<T> {
    const { clock } = this.options;
    for (;;) {
      const seen = await look();
      if ('value' in seen) return seen.value;
      if (nowMs(clock) >= this.deadline) throw new DrillFailure(`waited in vain for ${what}: ${seen.not}`);
      await new Promise<void>((resolve) => clock.after(LOOK_MS, resolve));
    }
  }
}

function publication(policy: SecurityPolicy | undefined): Seen<string> {
  const { conditions = [], effectiveMode = 'Enforce' } = policy?.status ?? {};
  const ready = conditions.find(({ type }) => type === 'Ready');
  return ready?.status === 'True' ? { value: effectiveMode } : { not: ready?.message ?? 'no operator has seen it' };
}

function frozen(value: unknown): Seen<Receipt> {
  if (value === undefined) return { not: 'no Containment was declared: nothing was hit, or the freeze was refused (the Events of the pod tell)' };
  const reading = readContainment(value);
  if (!reading.ok) return { not: reading.problem };
  const [container] = reading.object.status?.containers ?? [];
  if (container === undefined) return { not: 'its Containment has no status' };
  const { state, receipt, refusals = [] } = container;
  if (state === 'Frozen' && receipt !== undefined) return { value: receipt };
  return { not: `its Containment says ${[state, ...refusals.map(({ reason, message }) => `${reason}: ${message}`)].join('; ')}` };
}

/** The alert that has gathered this very freeze. */
function contained(list: readonly unknown[], containment: string): Seen<SecurityAlert> {
  for (const value of list) {
    const reading = readSecurityAlert(value);
    if (!reading.ok) continue;
    const { state, containments = [] } = reading.object.status;
    if (state === 'Contained' && containments.some(({ name }) => name === containment)) return { value: reading.object };
  }
  return { not: `no alert names Containment ${containment} and says Contained` };
}
