import { namesAnOwner } from '../../contract/owner';

/** What the owner of a pod is, as the pod itself says it. */
export interface Owned {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly owner?: { readonly kind: string; readonly name: string };
}

/**
 * The workload of a pod, e.g. `Deployment/web`; a bare pod is its own. The owner of the owner is read from names, as controllers make
 * them: `web-<pod-template-hash>` of a ReplicaSet, `backup-<minutes since 1970>` of a Job.
 */
export function workloadOf({ name, labels, owner }: Owned): string {
  if (owner === undefined || !namesAnOwner(owner)) return `Pod/${name}`;
  const hash = labels['pod-template-hash'];
  if (owner.kind === 'ReplicaSet' && hash !== undefined && owner.name.endsWith(`-${hash}`)) return `Deployment/${owner.name.slice(0, -hash.length - 1)}`;
  const job = owner.kind === 'Job' ? /^(.+)-\d{8,10}$/u.exec(owner.name)?.[1] : undefined;
  return job === undefined ? `${owner.kind}/${owner.name}` : `CronJob/${job}`;
}
