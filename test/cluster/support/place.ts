import { homedir } from 'node:os';
import { join } from 'node:path';
import { CHECKOUT } from '../../support/checkout';

/** Programs, images and state of the test cluster, as `test/cluster/harness/env.sh` has them. */
export const K8S_HOME = process.env['K8S_HOME'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'stasis/cluster');
export const HARNESS = join(CHECKOUT, 'test/cluster/harness');
export const BIN = join(K8S_HOME, 'bin');
export const IMAGES = join(K8S_HOME, 'images');
export const STATE = join(K8S_HOME, 'state');
export const KUBECONFIG = join(STATE, 'admin.kubeconfig');
export const AUDIT_LOG = join(STATE, 'audit.log');
export const NODE = 'node1';
/** The node's cgroup, in every hierarchy. */
export const CGROUP_ROOT = `/k8s${process.env['K8S_NUMBER'] ?? '0'}`;
