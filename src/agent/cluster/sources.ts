import { readAgentConfig, type AgentConfigSpec } from '../../contract/agent-config';
import { readContainment, type Containment } from '../../contract/containment';
import { readSecurityNode, type SecurityNode } from '../../contract/node';
import type { Clock } from '../../clock';
import { Reflector, type Change, type Sign } from '../../kube/reflector';
import type { Transport } from '../../kube/transport';
import type { ApiObject } from '../../kube/watch-stream';
import { keepNamespace, keepPod, type KeptNamespace, type KeptPod } from '../identity/pods';

/** An object of one of our kinds: as it is, or what this version does not understand of it. */
export interface Read<Content> extends ApiObject {
  readonly read: { readonly ok: true; readonly object: Content } | { readonly ok: false; readonly problem: string };
}

/** What is kept of a node. */
export interface KeptNode extends ApiObject {
  readonly labels: Readonly<Record<string, string>>;
  readonly runtime: string | undefined;
  readonly kernel: string | undefined;
}

export interface SourceListeners {
  readonly onConfig: (change: Change<Read<AgentConfigSpec>>) => void;
  readonly onPod: (change: Change<KeptPod>) => void;
  readonly onNamespace: (change: Change<KeptNamespace>) => void;
  readonly onNode: (change: Change<KeptNode>) => void;
  readonly onOwn: (change: Change<Read<SecurityNode>>) => void;
  readonly onContainment: (change: Change<Read<Containment>>) => void;
}

export interface SourcesOptions extends SourceListeners {
  readonly clock: Clock;
  readonly transport: Transport;
  readonly nodeName: string;
  readonly onSign: (source: SourceName, sign: Sign, error?: unknown) => void;
}

export const SOURCE_NAMES = ['configs', 'pods', 'namespaces', 'node', 'own', 'containments'] as const;
export type SourceName = (typeof SOURCE_NAMES)[number];

const GROUP = '/apis/stasis.dev/v1alpha1';

/** Everything that an agent watches in the API server: one watch each. */
export class Sources {
  readonly configs: Reflector<Read<AgentConfigSpec>>;
  readonly pods: Reflector<KeptPod>;
  readonly namespaces: Reflector<KeptNamespace>;
  readonly node: Reflector<KeptNode>;
  readonly own: Reflector<Read<SecurityNode>>;
  readonly containments: Reflector<Read<Containment>>;

  constructor(options: SourcesOptions) {
    const { clock, transport, nodeName } = options;
    const common = (name: SourceName): { clock: Clock; transport: Transport; onSign: (sign: Sign, error?: unknown) => void } => ({ clock, transport, onSign: (sign, error) => options.onSign(name, sign, error) });
    const named = `metadata.name=${nodeName}`;
    this.configs = new Reflector({ ...common('configs'), path: `${GROUP}/agentconfigs`, keep: reading(specOfConfig), onChange: options.onConfig });
    this.pods = new Reflector({ ...common('pods'), path: '/api/v1/pods', fieldSelector: `spec.nodeName=${nodeName}`, keep: keepPod, onChange: options.onPod });
    this.namespaces = new Reflector({ ...common('namespaces'), path: '/api/v1/namespaces', keep: keepNamespace, onChange: options.onNamespace });
    this.node = new Reflector({ ...common('node'), path: '/api/v1/nodes', fieldSelector: named, keep: keepNode, onChange: options.onNode });
    this.own = new Reflector({ ...common('own'), path: `${GROUP}/securitynodes`, fieldSelector: named, keep: reading(readSecurityNode), onChange: options.onOwn });
    this.containments = new Reflector({ ...common('containments'), path: `${GROUP}/containments`, keep: reading(readContainment), onChange: options.onContainment });
  }

  start(): void {
    for (const reflector of this.all()) reflector.start();
  }

  /** Resolves when all that exists was told once. */
  async whenSynced(): Promise<void> {
    await Promise.all(this.all().map((reflector) => reflector.whenSynced()));
  }

  /** All that exists was told, and it is not long since the API server said anything. */
  isFresh(): boolean {
    return this.all().every((reflector) => reflector.isFresh());
  }

  async stop(): Promise<void> {
    await Promise.all(this.all().map((reflector) => reflector.stop()));
  }

  private all(): readonly Pick<Reflector<ApiObject>, 'start' | 'stop' | 'whenSynced' | 'isFresh'>[] {
    return SOURCE_NAMES.map((name) => this[name]);
  }
}

/** Keeps an object as it was read, without what the API server keeps for itself. */
function reading<Content>(read: (value: unknown) => Read<Content>['read']): (object: ApiObject) => Read<Content> {
  return (object) => {
    const metadata = { ...object.metadata, managedFields: undefined };
    const { name, namespace, uid, resourceVersion } = metadata;
    return { metadata: { name, ...(namespace === undefined ? {} : { namespace }), uid, resourceVersion }, read: read({ ...object, metadata }) };
  };
}

function specOfConfig(value: unknown): Read<AgentConfigSpec>['read'] {
  const reading = readAgentConfig(value);
  return reading.ok ? { ok: true, object: reading.object.spec } : reading;
}

function keepNode(node: ApiObject): KeptNode {
  const { name, uid, resourceVersion, labels = {} } = node.metadata as KeptNode['metadata'] & { readonly labels?: KeptNode['labels'] };
  const { status } = node as { readonly status?: { readonly nodeInfo?: Readonly<Record<string, string>> } };
  return { metadata: { name, uid, resourceVersion }, labels, runtime: status?.nodeInfo?.['containerRuntimeVersion'], kernel: status?.nodeInfo?.['kernelVersion'] };
}
