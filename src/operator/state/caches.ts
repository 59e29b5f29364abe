import type { Clock } from '../../clock';
import { agentConfigName } from '../../contract/agent-config';
import { policyName, type PolicyKind } from '../../contract/policy';
import type { Kube } from '../../kube/client';
import { Reflector, type Change, type Sign } from '../../kube/reflector';
import type { ApiObject } from '../../kube/watch-stream';
import { sha256 } from '../sha256';
import { keepSecurityNode, PolicyNames, type KeptSecurityNode } from './node';
import {
  keepAlert,
  keepBudget,
  keepConfig,
  keepContainment,
  keepNamespace,
  keepNode,
  keepPod,
  keepPolicy,
  keepText,
  type KeptAlert,
  type KeptBudget,
  type KeptConfig,
  type KeptContainment,
  type KeptNamespace,
  type KeptNode,
  type KeptPod,
  type KeptPolicy,
  type KeptText,
} from './objects';
import { PodIndex } from './pod-index';

/** What the operator watches, by the name that metrics have for it. */
export interface Kinds {
  readonly securitypolicies: KeptPolicy;
  readonly clustersecuritypolicies: KeptPolicy;
  readonly agentconfigs: KeptConfig;
  readonly securitynodes: KeptSecurityNode;
  readonly securityalerts: KeptAlert;
  readonly containments: KeptContainment;
  readonly nodes: KeptNode;
  readonly namespaces: KeptNamespace;
  readonly pods: KeptPod;
  readonly poddisruptionbudgets: KeptBudget;
  readonly installation: KeptText;
}
export type KindName = keyof Kinds;
export type Listener<T> = (change: Change<T>) => void;

export interface CacheOptions {
  readonly clock: Clock;
  readonly kube: Kube;
  readonly namespace: string;
  /** Name of the ConfigMap with the installation's settings. */
  readonly installation: string;
  readonly onSign: (kind: KindName, sign: Sign, error?: unknown) => void;
}

type Reflectors = { readonly [Kind in KindName]: Reflector<Kinds[Kind]> };
type Listeners = { readonly [Kind in KindName]: Set<Listener<Kinds[Kind]>> };

/** Objects of up to 128 KiB each. */
const LARGE: ReadonlySet<KindName> = new Set(['securitynodes', 'securityalerts']);
const LARGE_PAGE = 20;

const STASIS = '/apis/stasis.dev/v1alpha1';

/** Copies of everything that the operator reads. They run whether it leads or not, so that a new leader begins at once. */
export class Caches {
  readonly pods = new PodIndex();
  private readonly names = new PolicyNames();
  private readonly reflectors: Reflectors;
  private readonly listeners: Listeners;
  private stopped = false;

  constructor(private readonly options: CacheOptions) {
    this.listeners = {
      ...{ securitypolicies: new Set(), clustersecuritypolicies: new Set(), agentconfigs: new Set(), securitynodes: new Set(), securityalerts: new Set() },
      ...{ containments: new Set(), nodes: new Set(), namespaces: new Set(), pods: new Set(), poddisruptionbudgets: new Set(), installation: new Set() },
    };
    this.reflectors = this.makeReflectors();
    for (const kind of ['securitypolicies', 'clustersecuritypolicies'] as const) this.on(kind, ({ object }) => this.names.add(policyName(object.ref)));
    this.on('pods', (change) => this.pods.take(change));
  }

  /** Resolves when all that existed has been told. Policies come first: reports of nodes name them. */
  async start(): Promise<void> {
    const { securitynodes, ...others } = this.reflectors;
    for (const reflector of Object.values(others)) reflector.start();
    await Promise.all(Object.values(others).map((reflector) => reflector.whenSynced()));
    if (this.stopped) return;
    securitynodes.start();
    await securitynodes.whenSynced();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(Object.values(this.reflectors).map((reflector) => reflector.stop()));
  }

  /** Calls for each change from now on; returns what ends that. */
  on<Kind extends KindName>(kind: Kind, listener: Listener<Kinds[Kind]>): () => void {
    const listeners: Set<Listener<Kinds[Kind]>> = this.listeners[kind];
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  get<Kind extends KindName>(kind: Kind, key: string): Kinds[Kind] | undefined {
    const reflector: Reflector<Kinds[Kind]> = this.reflectors[kind];
    return reflector.get(key);
  }

  all<Kind extends KindName>(kind: Kind): Iterable<Kinds[Kind]> {
    const reflector: Reflector<Kinds[Kind]> = this.reflectors[kind];
    return reflector.values();
  }

  /** The policy of that name, whatever its kind. */
  policy(name: string): KeptPolicy | undefined {
    return this.get(name.includes('/') ? 'securitypolicies' : 'clustersecuritypolicies', name);
  }

  *policies(): Iterable<KeptPolicy> {
    yield* this.all('securitypolicies');
    yield* this.all('clustersecuritypolicies');
  }

  configOf(policy: Pick<KeptPolicy, 'ref'>): KeptConfig | undefined {
    return this.get('agentconfigs', agentConfigName(policy.ref, sha256));
  }

  /** The number under which reports of nodes list a policy. */
  numberOf(policy: string): number | undefined {
    return this.names.numberOf(policy);
  }

  /** What is kept of a SecurityNode that a write was answered with. */
  keepSecurityNode(object: ApiObject): KeptSecurityNode {
    return keepSecurityNode(this.names)(object);
  }

  /** Kinds that are not known yet, or whose copy may be old. */
  get behind(): readonly KindName[] {
    return (Object.keys(this.reflectors) as KindName[]).filter((kind) => !this.reflectors[kind].isFresh());
  }

  /** Milliseconds since the API server said anything about the kind. */
  ages(): readonly (readonly [KindName, number])[] {
    return (Object.keys(this.reflectors) as KindName[]).map((kind) => [kind, this.reflectors[kind].age]);
  }

  private makeReflectors(): Reflectors {
    const { namespace, installation } = this.options;
    const policies = (kind: PolicyKind): ((object: ApiObject) => KeptPolicy) => keepPolicy(kind);
    return {
      securitypolicies: this.reflector('securitypolicies', `${STASIS}/securitypolicies`, policies('SecurityPolicy')),
      clustersecuritypolicies: this.reflector('clustersecuritypolicies', `${STASIS}/clustersecuritypolicies`, policies('ClusterSecurityPolicy')),
      agentconfigs: this.reflector('agentconfigs', `${STASIS}/agentconfigs`, keepConfig),
      securitynodes: this.reflector('securitynodes', `${STASIS}/securitynodes`, keepSecurityNode(this.names)),
      securityalerts: this.reflector('securityalerts', `${STASIS}/securityalerts`, keepAlert),
      containments: this.reflector('containments', `${STASIS}/containments`, keepContainment),
      nodes: this.reflector('nodes', '/api/v1/nodes', keepNode),
      namespaces: this.reflector('namespaces', '/api/v1/namespaces', keepNamespace),
      pods: this.reflector('pods', '/api/v1/pods', keepPod),
      poddisruptionbudgets: this.reflector('poddisruptionbudgets', '/apis/policy/v1/poddisruptionbudgets', keepBudget),
      installation: this.reflector('installation', `/api/v1/namespaces/${namespace}/configmaps?metadata.name=${installation}`, keepText),
    };
  }

  /** A path may name one object as `?metadata.name=…`. */
  private reflector<Kind extends KindName>(kind: Kind, place: string, keep: (object: ApiObject) => Kinds[Kind]): Reflector<Kinds[Kind]> {
    const { clock, kube, onSign } = this.options;
    const listeners: Set<Listener<Kinds[Kind]>> = this.listeners[kind];
    const [path = '', fieldSelector] = place.split('?');
    return new Reflector<Kinds[Kind]>({
      ...{ clock, transport: kube.transport, path, keep },
      ...(fieldSelector === undefined ? {} : { fieldSelector }),
      ...(LARGE.has(kind) ? { page: LARGE_PAGE } : {}),
      onChange: (change) => {
        for (const listener of listeners) listener(change);
      },
      onSign: (sign, error) => onSign(kind, sign, error),
    });
  }
}
