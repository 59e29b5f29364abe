import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { CHECKOUT } from '../../support/checkout';
import { run, type Outcome } from '../../support/command';
import { BIN } from './place';

export type Chart = 'stasis' | 'stasis-policies';

/** The namespace that charts are rendered for. */
export const RENDERED_FOR = 'its-home';

export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly data?: Readonly<Record<string, string>>;
  readonly rules?: readonly Rule[];
  readonly spec?: { readonly template?: { readonly spec: PodSpec } } & Readonly<Record<string, unknown>>;
}

export interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

export interface PodSpec {
  readonly hostPID?: boolean;
  readonly hostNetwork?: boolean;
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly containers: readonly Container[];
}

export interface Container {
  readonly image: string;
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly securityContext: Readonly<Record<string, unknown>>;
}

/** Values by which the chart renders every kind of object that it has; each alone must be sound too. */
export const SWITCHES: readonly (readonly string[])[] = [
  [],
  ['crds.install=false', 'operator.replicas=1'],
  ['crds.keep=false', 'operator.podDisruptionBudget=false'],
  ['agent.runtimes={/opt/runc,/opt/crun}', 'agent.paths.containerdState=/run/k3s/containerd'],
  ['settings.mode=Audit', 'settings.freezesPerMinute=5', 'settings.orphanAfter=1h', 'settings.namespacedPolicyActions=Alert'],
  ['image.pullSecrets[0].name=key', 'agent.nodeSelector.pool=a', 'operator.tolerations[0].operator=Exists', 'operator.resources.limits.memory=1Gi', 'agent.updateStrategy.maxUnavailable=1'],
  ['agent.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].key=metadata.name',
    'agent.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].operator=In',
    'agent.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].values={a}'],
  ['monitoring.serviceMonitor.enabled=true', 'monitoring.prometheusRule.enabled=true', 'monitoring.serviceMonitor.labels.release=p', 'monitoring.prometheusRule.labels.release=p'],
  ['networkPolicy.enabled=true'],
  ['drill.namespace=its-home', 'drill.createNamespace=false'],
  ['networkPolicy.enabled=true', 'networkPolicy.apiServer.cidrs={10.0.0.1/32}', 'networkPolicy.metricsFrom[0].podSelector.matchLabels.app=prometheus', 'networkPolicy.extraEgress[0].ports[0].port=53'],
];

/** helm template; `values` as "name=value". */
export function template(chart: Chart, values: readonly string[], accept: readonly number[] = [0]): Promise<Outcome> {
  const set = values.flatMap((value) => ['--set', value]);
  return run(join(BIN, 'helm'), ['template', 'stasis', join(CHECKOUT, 'charts', chart), '--namespace', RENDERED_FOR, '--kube-version', '1.37.0', ...set], { accept });
}

export async function rendered(chart: Chart, ...values: readonly string[]): Promise<readonly Manifest[]> {
  const { stdout } = await template(chart, values);
  return parseAllDocuments(stdout).map((document) => document.toJS() as Manifest | null).filter((manifest) => manifest !== null);
}

/** An object of the product's own chart. */
export async function one(kind: string, name: string, ...values: readonly string[]): Promise<Manifest> {
  const found = (await rendered('stasis', ...values)).find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  if (found === undefined) throw new Error(`the chart renders no ${kind} ${name}`);
  return found;
}
