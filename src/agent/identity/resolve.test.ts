import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveContainer, type RuntimePaths } from './resolve';

const ID = 'b'.repeat(64);
let root: string;
let paths: RuntimePaths;

function put(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'resolve-'));
  paths = { proc: join(root, 'proc'), containerdStates: [join(root, 'containerd')], runcRoots: [join(root, 'runc')] };
});
afterEach(() => rmSync(root, { recursive: true }));

const lookup = (path: string, maker?: number): Parameters<typeof resolveContainer>[1] => ({ path, directory: `/cg${path}`, maker });

it('follows the command line of the runtime that makes the container', () => {
  put('proc/7/cmdline', ['runc', 'create', '--bundle', join(root, 'bundle'), 'web', ''].join('\0'));
  put('bundle/config.json', '{}');
  expect(resolveContainer(paths, lookup('/web', 7))).toMatchObject({ complete: true, facts: { id: 'web', name: 'web', runtime: 'runc' } });
});

it('takes the maker’s working directory for the bundle', () => {
  put('proc/7/cmdline', ['runc', 'run', 'web', ''].join('\0'));
  put('bundle/config.json', '{"annotations":{"io.kubernetes.cri.container-name":"app"}}');
  symlinkSync(join(root, 'bundle'), join(root, 'proc/7/cwd'));
  expect(resolveContainer(paths, lookup('/web', 7)).facts.name).toBe('app');
});

it('finds the bundle in containerd’s folders when systemd made the cgroup', () => {
  put(`containerd/io.containerd.runtime.v2.task/k8s.io/${ID}/config.json`, '{}');
  expect(resolveContainer(paths, lookup(`/x/cri-containerd-${ID}.scope`, 1))).toMatchObject({ complete: true, facts: { id: ID, runtime: 'containerd', containerdNamespace: 'k8s.io' } });
});

it('finds the bundle of a running container through runc’s list', () => {
  put('runc/web/state.json', JSON.stringify({ id: 'web', cgroup_paths: { '': '/cg/deep/web-cgroup' }, config: { labels: ['x=y', `bundle=${join(root, 'bundle')}`] } }));
  put('bundle/config.json', '{}');
  expect(resolveContainer(paths, lookup('/deep/web-cgroup'))).toMatchObject({ complete: true, facts: { id: 'web' } });
});

it('says that nothing was found, and gives the id as name', () => {
  expect(resolveContainer(paths, lookup(`/${ID}`, 99))).toMatchObject({ complete: false, malformed: false, facts: { id: ID, name: ID, runtime: 'unknown' } });
});

it('says that a bundle is malformed', () => {
  put(`containerd/io.containerd.runtime.v2.task/k8s.io/${ID}/config.json`, '{"annotations":');
  expect(resolveContainer(paths, lookup(`/${ID}`))).toMatchObject({ complete: false, malformed: true });
});

it('does not leave containerd’s folders for a cgroup named like a path', () => {
  put('containerd/config.json', '{}');
  expect(resolveContainer(paths, lookup('/..'))).toMatchObject({ complete: false });
});
