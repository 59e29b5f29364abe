import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type CommandOptions, type Outcome } from '../../support/command';
import { BIN, HARNESS, KUBECONFIG, NODE, STATE } from './place';

/** How the node sees cgroups: as this machine has them, or as a pure cgroup v2 machine would. */
export type CgroupView = 'hybrid' | 'v2';

/** Fails, and says what to do, unless the cluster of `make cluster` runs and its node is Ready. Returns its view. */
export async function clusterUp(): Promise<CgroupView> {
  if (!existsSync(KUBECONFIG)) throw new Error('There is no test cluster: run "make cluster" first, or "make e2e"');
  const ready = ['get', 'node', NODE, '--request-timeout=5s', '--output=jsonpath={.status.conditions[?(@.type=="Ready")].status}'];
  const { stdout, stderr } = await kubectl(ready, { accept: [0, 1] });
  if (stdout !== 'True') throw new Error(`The test cluster is not ready ("make cluster" starts what is missing): ${stdout}${stderr}`);
  return readFileSync(join(STATE, 'view'), 'utf8').trim() as CgroupView;
}

/** kubectl as the administrator. */
export function kubectl(args: readonly string[], options?: CommandOptions): Promise<Outcome> {
  return run(join(BIN, 'kubectl'), ['--kubeconfig', KUBECONFIG, ...args], options);
}

/** Creates or changes the objects of a YAML text. */
export function apply(yaml: string): Promise<Outcome> {
  return kubectl(['apply', '--filename', '-'], { input: yaml });
}

/** helm as the administrator. Default: 120 s. */
export function helm(args: readonly string[], options?: CommandOptions): Promise<Outcome> {
  return run(join(BIN, 'helm'), ['--kubeconfig', KUBECONFIG, ...args], { timeout: 120_000, ...options });
}

/** Runs a command inside the node: its network, its mounts (own /run, /var, bpffs). The processes are this machine's. */
export function innode(args: readonly string[], options?: CommandOptions): Promise<Outcome> {
  return run(join(HARNESS, 'innode.sh'), args, options);
}

/** What crictl tells of the node's container runtime. */
export function crictl(args: readonly string[], options?: CommandOptions): Promise<Outcome> {
  return innode(['crictl', ...args], options);
}

/** Makes an OCI image archive known to the node; pods name it with `imagePullPolicy: Never`. */
export async function importImage(archive: string): Promise<void> {
  await innode(['ctr', '--namespace', 'k8s.io', 'images', 'import', '--local', archive], { timeout: 120_000 });
}

/** Pid of a daemon of the node, as etcd, kube-apiserver, containerd, kubelet. After its end `restartDaemons` starts it again. */
export function daemonPid(name: string): number {
  return Number(readFileSync(join(STATE, 'run', `${name}.pid`), 'utf8'));
}

/** Starts the daemons that do not run, and waits until the node is Ready. */
export async function restartDaemons(): Promise<void> {
  const view = readFileSync(join(STATE, 'view'), 'utf8').trim();
  await run('env', [`CGROUP_VIEW=${view}`, join(HARNESS, 'up.sh')], { timeout: 120_000 });
}

/** A namespace of one test file. */
export interface Namespace {
  readonly name: string;
  /** kubectl in this namespace. */
  readonly kubectl: typeof kubectl;
  /** Deletes it; its objects go after the call. */
  readonly close: () => Promise<void>;
}

/** `labels` as "name=value". Without labels only pods of the baseline standard are taken. */
export async function openNamespace(prefix: string, labels: readonly string[] = []): Promise<Namespace> {
  const name = `${prefix}-${randomBytes(3).toString('hex')}`;
  await kubectl(['create', 'namespace', name]);
  if (labels.length > 0) await kubectl(['label', 'namespace', name, ...labels]);
  return {
    name,
    kubectl: (args, options) => kubectl(['--namespace', name, ...args], options),
    close: async () => {
      await kubectl(['delete', 'namespace', name, '--wait=false', '--ignore-not-found']);
    },
  };
}
