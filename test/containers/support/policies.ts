/** One rule about programs, in one cluster policy of its own for containers of certain names. */
export interface PolicyText {
  readonly name: string;
  /** Globs; undefined: all containers. */
  readonly containers?: readonly string[];
  readonly mode?: 'Enforce' | 'Audit';
  /** The matcher as YAML flow text. Default: every program that is not of the image. */
  readonly process?: string;
  readonly respond: string;
}

export const RULE = 'foreign-program';
export const MESSAGE = 'a program that is not part of the image was started';

/** A policy file. Containers of other tests run on this machine too, so every name here should hold the session's. */
export function policyText({ name, containers, mode = 'Enforce', process = '{origin: [Modified, Written, Volume, Memory, Deleted]}', respond }: PolicyText): string {
  return [
    'apiVersion: stasis.dev/v1alpha1',
    'kind: ClusterSecurityPolicy',
    `metadata: {name: ${name}}`,
    'spec:',
    `  mode: ${mode}`,
    `  target: ${containers === undefined ? '{all: true}' : `{containers: ${JSON.stringify(containers)}}`}`,
    '  rules:',
    `    - name: ${RULE}`,
    '      severity: Critical',
    `      message: ${MESSAGE}`,
    '      tags: [T1105]',
    `      process: ${process}`,
    `      respond: ${respond}`,
    '',
  ].join('\n');
}
