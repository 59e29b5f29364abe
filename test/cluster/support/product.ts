import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../../support/checkout';
import { productImage } from '../../support/product-image';
import type { Session } from '../../support/session';
import type { Outcome } from '../../support/command';
import { helm, importImage, kubectl } from './cluster';
import { BIN, NODE } from './place';

export const CHART = join(CHECKOUT, 'charts/stasis');
/** Where the product is installed. */
export const HOME = 'stasis';
const RELEASE = 'stasis';
const WHERE = ['--namespace', HOME];

/** Makes the images of what this checkout has built known to the node. */
export async function importProduct(session: Session): Promise<void> {
  for (const product of ['operator', 'agent'] as const) {
    const archive = join(session.directory, `${product}.tar`);
    writeFileSync(archive, productImage(product));
    await importImage(archive);
  }
}

/** Of the chart, for this node: its runtime's programs are in no usual folder. */
export function nodeValues(): readonly string[] {
  return [`agent.runtimes={${BIN}/runc,${BIN}/runc-nolimits}`];
}

/** Installs it as a person does and waits until every part is ready. */
export async function install(...values: readonly string[]): Promise<Outcome> {
  await kubectl(['create', 'namespace', HOME]);
  await kubectl(['label', 'namespace', HOME, 'pod-security.kubernetes.io/enforce=privileged']);
  return helm(['install', RELEASE, CHART, ...WHERE, '--wait', '--timeout', '100s', ...settings(values)]);
}

/** Changes settings of the installation; those that are not named are as the chart has them. */
export async function configure(...values: readonly string[]): Promise<void> {
  await helm(['upgrade', RELEASE, CHART, ...WHERE, '--wait', '--timeout', '100s', ...settings(values)]);
}

function settings(values: readonly string[]): readonly string[] {
  const images = (['agent', 'operator'] as const).map((name) => `image.${name}.repository=e2e.local/stasis-${name},image.${name}.tag=1`);
  return [...images, 'image.pullPolicy=Never', ...nodeValues(), ...values].flatMap((value) => ['--set', value]);
}

/** Whether its node may freeze this pod without asking, and knows it. */
export async function isArmed(podUid: string): Promise<boolean> {
  const { metadata, spec, status } = JSON.parse((await kubectl(['get', 'securitynode', NODE, '--output=json'])).stdout) as {
    readonly metadata: { readonly generation: number };
    readonly spec: { readonly permits?: readonly { readonly podUID: string; readonly revoked?: boolean }[] };
    readonly status: { readonly observedGeneration: number };
  };
  return status.observedGeneration === metadata.generation && spec.permits?.some((permit) => permit.podUID === podUid && permit.revoked !== true) === true;
}

/** Removes it; nothing is done when it is not there. */
export async function remove(): Promise<void> {
  await helm(['uninstall', RELEASE, ...WHERE, '--ignore-not-found', '--wait', '--timeout', '200s'], { timeout: 220_000 });
}

/** Takes the kinds, with every object of them, and the namespace off. */
export async function removeKinds(): Promise<void> {
  const kinds = ['securitypolicies', 'clustersecuritypolicies', 'agentconfigs', 'securitynodes', 'securityalerts', 'containments'].map((plural) => `${plural}.stasis.dev`);
  await kubectl(['delete', 'crd', '--ignore-not-found', ...kinds], { timeout: 60_000 });
  await kubectl(['delete', 'namespace', '--ignore-not-found', HOME], { timeout: 60_000 });
}
