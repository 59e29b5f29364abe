import type { Clock } from '../clock';
import { CONTAINMENT_FINALIZER } from '../contract/containment';
import type { Transport } from '../kube/transport';
import { isObject, listAll, type Listed } from './write/list-all';
import { placeOf } from './write/writer';

export interface SwitchOffOptions {
  readonly clock: Clock;
  readonly transport: Pick<Transport, 'json'>;
  /** Where the installation's settings are, and their name. */
  readonly namespace: string;
  readonly installation: string;
  /** How long nodes have to answer, in milliseconds. */
  readonly patienceMs: number;
  readonly say: (line: string) => void;
}

/** Nodes that did not say in time that nothing is in force on them. */
export interface SwitchedOff {
  readonly silent: readonly string[];
  /** Containments that nobody was left to end, as "namespace/name". */
  readonly released: readonly string[];
}

const LOOK_MS = 1000;

/**
 * Switches the installation off and waits until every node has let go of what it held. Containments that are left then
 * lose their finalizer, so that they can be deleted; what is frozen on a silent node stays frozen. Rejects when the API
 * server refuses.
 */
export async function switchOff(options: SwitchOffOptions): Promise<SwitchedOff> {
  await setMode(options);
  const silent = await waitForNodes(options);
  const released = await release(options);
  return { silent, released };
}

async function setMode({ transport, namespace, installation, say }: SwitchOffOptions): Promise<void> {
  const url = `/api/v1/namespaces/${namespace}/configmaps/${installation}`;
  const headers = { 'content-type': 'application/merge-patch+json' };
  await transport.json({ method: 'PATCH', url, headers, body: JSON.stringify({ data: { mode: 'Off' } }) });
  say(`mode Off is set in ConfigMap ${namespace}/${installation}`);
}

/** Nodes that were not told yet: by the operator, which follows the ConfigMap, unless none runs. */
async function tell(transport: SwitchOffOptions['transport'], nodes: readonly Listed[]): Promise<void> {
  for (const { metadata, spec } of nodes) {
    if (isObject(spec) && spec['mode'] === 'Off') continue;
    const headers = { 'content-type': 'application/merge-patch+json' };
    await transport.json({ method: 'PATCH', url: placeOf('securitynodes', metadata), headers, body: JSON.stringify({ spec: { mode: 'Off' } }) });
  }
}

async function waitForNodes({ clock, transport, patienceMs, say }: SwitchOffOptions): Promise<readonly string[]> {
  let told = '';
  for (let waited = 0; ; waited += LOOK_MS) {
    const waiting = (await listAll(transport, placeOf('securitynodes', {}))).filter((node) => !isOff(node));
    const on = waiting.map(({ metadata }) => metadata.name);
    if (on.length === 0 || waited >= patienceMs) return on;
    const line = `waiting for ${on.length} of the nodes: ${on.slice(0, 5).join(', ')}`;
    if (line !== told) say(line);
    told = line;
    await tell(transport, waiting);
    await new Promise<void>((resolve) => clock.after(LOOK_MS, resolve));
  }
}

/** A node that no agent ever spoke for holds nothing. */
function isOff({ metadata: { generation = 0 }, spec, status }: Listed): boolean {
  if (!isObject(status)) return true;
  const observed = status['observedGeneration'];
  return isObject(spec) && spec['mode'] === 'Off' && status['mode'] === 'Off' && typeof observed === 'number' && observed >= generation;
}

async function release({ transport }: SwitchOffOptions): Promise<readonly string[]> {
  const held = (await listAll(transport, placeOf('containments', {}))).filter(({ metadata }) => metadata.finalizers?.includes(CONTAINMENT_FINALIZER));
  for (const { metadata } of held) {
    const headers = { 'content-type': 'application/merge-patch+json' };
    const finalizers = metadata.finalizers?.filter((name) => name !== CONTAINMENT_FINALIZER);
    const body = JSON.stringify({ metadata: { resourceVersion: metadata.resourceVersion, finalizers } });
    await transport.json({ method: 'PATCH', url: placeOf('containments', metadata), headers, body });
  }
  return held.map(({ metadata: { namespace = '', name } }) => `${namespace}/${name}`);
}
