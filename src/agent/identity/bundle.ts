import type { ContainerFacts, PodFacts } from './facts';
import type { Runtime } from './pattern';

/** A bundle's config.json is a few tens of KiB; longer ones are not read. */
export const MAX_BUNDLE_BYTES = 4 << 20;
const MAX_TEXT = 1024;

/** Where a container was found, before its bundle was read. */
export interface Origin {
  readonly id: string;
  readonly runtime: Runtime | undefined;
  readonly containerdNamespace: string | undefined;
}

/** The facts of a container of which only the cgroup is known. */
export function factsWithoutBundle(origin: Origin): ContainerFacts {
  return {
    id: origin.id,
    name: origin.id,
    image: undefined,
    runtime: origin.runtime ?? 'unknown',
    pod: undefined,
    sandbox: false,
    containerdNamespace: origin.containerdNamespace,
    sandboxId: undefined,
  };
}

/** Facts from the text of a bundle's config.json; undefined when it is not one (count it). */
export function factsFromBundle(text: string, origin: Origin): ContainerFacts | undefined {
  const spec = parseObject(text);
  if (spec === undefined) return undefined;
  const annotations = isObject(spec['annotations']) ? spec['annotations'] : {};
  const of = (names: readonly string[]): string | undefined => firstText(annotations, names);
  const kind = of(['io.kubernetes.cri.container-type', 'io.kubernetes.cri-o.ContainerType']);
  return {
    ...factsWithoutBundle(origin),
    name: of(['io.kubernetes.cri.container-name', 'io.kubernetes.container.name']) ?? origin.id,
    image: of(['io.kubernetes.cri.image-name', 'io.kubernetes.cri-o.ImageName', 'org.opencontainers.image.ref.name']),
    pod: podOf(of),
    sandbox: kind === 'sandbox',
    sandboxId: of(['io.kubernetes.cri.sandbox-id', 'io.kubernetes.cri-o.SandboxID']),
  };
}

function podOf(of: (names: readonly string[]) => string | undefined): PodFacts | undefined {
  const namespace = of(['io.kubernetes.cri.sandbox-namespace', 'io.kubernetes.pod.namespace']);
  const name = of(['io.kubernetes.cri.sandbox-name', 'io.kubernetes.pod.name']);
  if (namespace === undefined || name === undefined) return undefined;
  return { namespace, name, uid: of(['io.kubernetes.cri.sandbox-uid', 'io.kubernetes.pod.uid']), labels: {} };
}

function firstText(object: Readonly<Record<string, unknown>>, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = object[name];
    if (typeof value === 'string' && value !== '' && value.length <= MAX_TEXT) return value;
  }
  return undefined;
}

/** A JSON object, or undefined: text from a bundle or a state file is input from outside. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
