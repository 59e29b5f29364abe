import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../../support/checkout';

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

/** The objects that give a service account of a namespace the rights in a table of docs/rbac.md, and no other. */
export function rightsOf(heading: string, account: { readonly name: string; readonly namespace: string }): string {
  const rows = tableUnder(heading);
  const inScope = (scope: string): readonly Rule[] => rows.filter(([found]) => found === scope).map(ruleOf);
  const { name, namespace } = account;
  const subjects = [{ kind: 'ServiceAccount', name, namespace }];
  const rbac = { apiVersion: 'rbac.authorization.k8s.io/v1' };
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', name };
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'List',
    items: [
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } },
      { ...rbac, kind: 'ClusterRole', metadata: { name }, rules: inScope('cluster') },
      { ...rbac, kind: 'ClusterRoleBinding', metadata: { name }, roleRef: { ...roleRef, kind: 'ClusterRole' }, subjects },
      { ...rbac, kind: 'Role', metadata: { name, namespace }, rules: inScope('own') },
      { ...rbac, kind: 'RoleBinding', metadata: { name, namespace }, roleRef: { ...roleRef, kind: 'Role' }, subjects },
    ],
  });
}

type Row = readonly [scope: string, group: string, resource: string, verbs: string];

function tableUnder(heading: string): readonly Row[] {
  const text = readFileSync(join(CHECKOUT, 'docs/rbac.md'), 'utf8');
  const section = text.split(/^## /mu).find((part) => part.startsWith(`${heading}\n`));
  const rows = (section ?? '').split('\n').filter((line) => /^\| (cluster|own) /u.test(line));
  if (rows.length === 0) throw new Error(`docs/rbac.md has no rights under "${heading}"`);
  return rows.map((line) => {
    const [scope = '', group = '', resource = '', verbs = ''] = line.slice(2).split(' | ');
    return [scope, group, resource, verbs];
  });
}

function ruleOf([, group, resource, verbs]: Row): Rule {
  const [, resources = '', name] = /^(.+?)(?: \[(.+)\])?$/u.exec(resource) ?? [];
  return {
    apiGroups: [group === 'core' ? '' : group],
    resources: resources.split(', '),
    ...(name === undefined ? {} : { resourceNames: [name] }),
    verbs: verbs.split(', '),
  };
}
