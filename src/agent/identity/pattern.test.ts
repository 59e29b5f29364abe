import { containerByName, idFromPath } from './pattern';

const ID = 'a'.repeat(64);
const POD = 'pod12345678-1234-1234-1234-123456789abc';

it.each([
  [`/system.slice/docker-${ID}.scope`, 'docker'],
  [`/kubepods.slice/kubepods-${POD.replaceAll('-', '_')}.slice/cri-containerd-${ID}.scope`, 'containerd'],
  [`/kubepods.slice/crio-${ID}.scope`, 'cri-o'],
  [`/machine.slice/libpod-${ID}.scope`, 'podman'],
  [`/default/${ID}`, undefined],
])('knows %s as a container', (path, runtime) => {
  expect(containerByName(path)).toEqual({ id: ID, runtime });
});

it.each([['/system.slice/ssh.service'], ['/user.slice'], [`/${ID}/nested`], [`/a${ID}`], ['/kubepods/burstable'], [`/kubepods/burstable/${POD}`], [`/kubepods/${POD}/crio-conmon-${ID}.scope`]])(
  'takes %s for no container',
  (path) => {
    expect(containerByName(path)).toBeUndefined();
  },
);

it('takes what is directly below a pod for a container, whatever its name', () => {
  expect(containerByName(`/kubepods/burstable/${POD}/web`)).toEqual({ id: 'web', runtime: undefined });
});

it('gives a plain container its last component as id', () => {
  expect(idFromPath('/a/web')).toBe('web');
  expect(idFromPath('/system.slice/runc-web.scope')).toBe('runc-web');
  expect(idFromPath(`/system.slice/docker-${ID}.scope`)).toBe(ID);
});
