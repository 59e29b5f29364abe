import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../../support/checkout';
import { productImage } from '../../support/product-image';
import type { Session } from '../../support/session';
import type { Outcome } from '../../support/command';
import { helm, importImage, kubectl } from './cluster';
import { BIN } from './place';

export const CHART = join(CHECKOUT, 'charts/stasis');
/** Where the product is installed. */
export const HOME = 'stasis';
const RELEASE = 'stasis';

/** Makes the images of what this checkout has built known to the node. */
export async function importProduct(session: Session): Promise<void> {
  for (const product of ['operator', 'agent'] as const) {
    const archive = join(session.directory, `${product}.tar`);
    writeFileSync(archive, productImage(product));
    await importImage(archive);
  }
}

/** Installs it as a person does and waits until every part is ready. */
export async function install(...values: readonly string[]): Promise<Outcome> {
  await kubectl(['create', 'namespace', HOME]);
  await kubectl(['label', 'namespace', HOME, 'pod-security.kubernetes.io/enforce=privileged']);
  const images = (['agent', 'operator'] as const).map((name) => `image.${name}.repository=e2e.local/stasis-${name},image.${name}.tag=1`);
  const settings = [...images, 'image.pullPolicy=Never', `agent.runtimes={${BIN}/runc,${BIN}/runc-nolimits}`, ...values].flatMap((value) => ['--set', value]);
  return helm(['install', RELEASE, CHART, '--namespace', HOME, '--wait', '--timeout', '100s', ...settings]);
}

/** Removes it; nothing is done when it is not there. */
export async function remove(): Promise<void> {
  await helm(['uninstall', RELEASE, '--namespace', HOME, '--ignore-not-found', '--wait', '--timeout', '200s'], { timeout: 220_000 });
}

/** Takes the kinds, with every object of them, and the namespace off. */
export async function removeKinds(): Promise<void> {
  const kinds = ['securitypolicies', 'clustersecuritypolicies', 'agentconfigs', 'securitynodes', 'securityalerts', 'containments'].map((plural) => `${plural}.stasis.dev`);
  await kubectl(['delete', 'crd', '--ignore-not-found', ...kinds], { timeout: 60_000 });
  await kubectl(['delete', 'namespace', '--ignore-not-found', HOME], { timeout: 60_000 });
}
