import type { Finding } from '../../contract/finding';
import { printable } from '../../contract/printable';
import type { Clock } from '../../clock';
import type { Kube } from '../../kube/client';
import { EventRecorder, type ObjectRef } from '../../kube/recorder';
import { eventSink } from '../../kube/stores';
import type { Logger } from '../../logger';
import type { ContainerView } from '../respond/journal/types';

export interface HappeningsOptions {
  readonly kube: Kube;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly nodeName: string;
}

const CONTROLLER = 'stasis.dev/agent';

const ACTED = {
  freeze: { reason: 'Frozen', note: 'is frozen: its Containment wants it' },
  thaw: { reason: 'Thawed', note: 'runs again' },
  kill: { reason: 'Killed', note: 'was killed, frozen as it was: its pod is being deleted, or its Containment wants it to end' },
} as const;

/** Events of pods: what changed for them, once, and not how often. */
export class Happenings {
  private readonly recorder: EventRecorder;

  constructor({ kube, clock, logger, nodeName }: HappeningsOptions) {
    this.recorder = new EventRecorder({ clock, sink: eventSink(kube, CONTROLLER, nodeName.slice(0, 128)), onFailed: (error) => logger.debug('an Event could not be written', { error: String(error) }) });
  }

  /** A finding that is the first of its kind in its container. */
  found(finding: Finding): void {
    const { pod, container, policy, rule, process } = finding;
    if (pod?.uid === undefined) return;
    const what = `${process.executable ?? 'a program'} in container ${container?.name ?? '?'}, by rule ${rule} of policy ${policy}`;
    const { reason, note } = outcomeOf(finding);
    this.recorder.record({ regarding: podRef({ namespace: pod.namespace, name: pod.name, uid: pod.uid }), type: 'Warning', reason, action: finding.action, note: printable(`${note}: ${what}`) });
  }

  acted(action: keyof typeof ACTED, { namespace, podName, podUid, name }: ContainerView): void {
    const { reason, note } = ACTED[action];
    this.recorder.record({ regarding: podRef({ namespace, name: podName, uid: podUid }), type: 'Normal', reason, action: reason, note: `container ${name} ${note}` });
  }

  stop(): Promise<void> {
    return this.recorder.stop();
  }
}

function outcomeOf({ action, result, reason, error }: Finding): { readonly reason: string; readonly note: string } {
  switch (result) {
    case 'WouldHave':
      return { reason: 'RuleMatched', note: `would have: ${action}` };
    case 'Refused':
      return { reason: 'ActionRefused', note: `${action} refused (${reason ?? 'unknown'})` };
    case 'Failed':
      return { reason: 'ActionFailed', note: `${action} failed (${error ?? 'unknown'})` };
    case 'Done':
      return { reason: action === 'Alert' ? 'RuleMatched' : action === 'Kill' ? 'Killed' : 'Frozen', note: action };
  }
}

function podRef(pod: { readonly namespace: string; readonly name: string; readonly uid: string }): ObjectRef {
  return { apiVersion: 'v1', kind: 'Pod', ...pod };
}
