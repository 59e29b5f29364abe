/** Name of the runtime family that a container's cgroup tells. */
export type Runtime = 'containerd' | 'docker' | 'cri-o' | 'podman' | 'runc';

export interface NamedContainer {
  readonly id: string;
  /** Undefined when the name alone does not tell (64 hexadecimal digits). */
  readonly runtime: Runtime | undefined;
}

const SCOPES: readonly (readonly [RegExp, Runtime])[] = [
  [/^cri-containerd-([0-9a-f]{64})\.scope$/, 'containerd'],
  [/^docker-([0-9a-f]{64})\.scope$/, 'docker'],
  [/^crio-([0-9a-f]{64})\.scope$/, 'cri-o'],
  [/^libpod-([0-9a-f]{64})\.scope$/, 'podman'],
];

/** Decides by its last component whether a cgroup path is that of a container, as every known runtime names them. */
export function containerByName(path: string): NamedContainer | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (const [pattern, runtime] of SCOPES) {
    const id = pattern.exec(name)?.[1];
    if (id !== undefined) return { id, runtime };
  }
  if (/^[0-9a-f]{64}$/.test(name)) return { id: name, runtime: undefined };
  return belowPod(path) ? { id: withoutScope(name), runtime: undefined } : undefined;
}

/** The kubelet's cgroups end at the pod; what a runtime makes directly below one is a container, but for CRI-O's monitor. */
function belowPod(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  if (name.startsWith('crio-conmon-')) return false;
  return /(^|-)pod[0-9a-f]{8}[-_][0-9a-f_-]{27}(\.slice)?$/.test(parts.at(-2) ?? '');
}

function withoutScope(name: string): string {
  return name.replace(/\.scope$/, '');
}

/** The id that a runtime most probably gave, for a cgroup that its binary made: the last component without its dress. */
export function idFromPath(path: string): string {
  return containerByName(path)?.id ?? withoutScope(path.slice(path.lastIndexOf('/') + 1));
}
