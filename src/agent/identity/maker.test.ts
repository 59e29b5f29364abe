import { containerdBundle, readMaker } from './maker';

const read = (line: string, cwd = '/work'): unknown => readMaker(line.split(' '), cwd);

it('reads the command of containerd’s shim', () => {
  expect(read('runc --root /run/containerd/runc/k8s.io --log /l/log.json --log-format json --systemd-cgroup create --bundle /b/1 --pid-file /b/1/init.pid 1')).toEqual({
    bundle: '/b/1',
    id: '1',
    root: '/run/containerd/runc/k8s.io',
  });
});

it('takes the working directory for the bundle where none is named', () => {
  expect(read('runc run -d web', '/srv/web')).toEqual({ bundle: '/srv/web', id: 'web', root: undefined });
});

it('resolves a relative bundle and the form with an equals sign', () => {
  expect(read('/usr/sbin/runc --root=/r run --bundle=b web', '/srv')).toEqual({ bundle: '/srv/b', id: 'web', root: '/r' });
});

it.each([['runc exec web sh'], ['runc'], ['runc --debug'], ['runc delete -f web']])('reads nothing from "%s"', (line) => {
  expect(read(line)).toBeUndefined();
});

it('knows the folders of containerd’s bundles', () => {
  expect(containerdBundle('/run/containerd/io.containerd.runtime.v2.task/k8s.io/abc')).toEqual({ namespace: 'k8s.io', id: 'abc' });
  expect(containerdBundle('/srv/web')).toBeUndefined();
});
