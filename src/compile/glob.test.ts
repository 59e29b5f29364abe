import { matchesGlob } from './automaton/match-name';
import { parseGlob } from './glob';

function accepts(pattern: string, text: string, kind: 'path' | 'name' = 'path'): boolean {
  const glob = parseGlob(pattern, kind);
  if (!glob.ok) throw new Error(glob.problem);
  return matchesGlob(glob.tokens, text);
}

describe('a path pattern', () => {
  it.each([
    ['/usr/bin/sh', '/usr/bin/sh', true],
    ['/usr/bin/sh', '/usr/bin/shx', false],
    ['/usr/bin/*sh', '/usr/bin/bash', true],
    ['/usr/bin/*sh', '/usr/bin/sh', true],
    ['/usr/bin/*', '/usr/bin/a/b', false],
    ['/usr/*/sh', '/usr/bin/sh', true],
    ['/usr/*/sh', '/usr/local/bin/sh', false],
    ['/usr/**', '/usr/local/bin/sh', true],
    ['/usr/**', '/usr', false],
    ['/usr/**', '/usrx', false],
    ['/**', '/a', true],
    ['**/curl', '/curl', true],
    ['**/curl', '/opt/x/curl', true],
    ['**/curl', '/opt/xcurl', false],
    ['**/bin/*', '/opt/bin/x', true],
    ['/opt/**/bin/x', '/opt/bin/x', true],
    ['/opt/**/bin/x', '/opt/a/b/bin/x', true],
    ['/opt/**/bin/x', '/optbin/x', false],
    ['/opt/**/**/x', '/opt/x', true],
    ['**/**', '/a', true],
    ['/bin/?', '/bin/[', true],
    ['/bin/?', '/bin//', false],
    ['/bin/?', '/bin/é', false],
    ['/bin/??', '/bin/é', true],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(accepts(pattern, path)).toBe(expected);
  });

  it.each(['', 'bin/sh', '**', '/bin/{a,b}', '/bin/[ab]', '/bin/a\\*', '/a**', '/**a/b', '/a//b', '/a/', '/', '/a/./b', '/a/../b', '**/', `/${'x'.repeat(300)}`, '/a\u0000b'])('%j is refused', (pattern) => {
    expect(parseGlob(pattern, 'path').ok).toBe(false);
  });
});

describe('a name pattern', () => {
  it.each([
    ['app', 'app', true],
    ['app-*', 'app-1', true],
    ['**/nginx:*', 'nginx:1', true],
    ['**/nginx:*', 'docker.io/library/nginx:1', true],
    ['docker.io/*', 'docker.io/library/nginx:1', false],
    ['docker.io/**', 'docker.io/library/nginx:1', true],
    ['**', 'docker.io/library/nginx:1', true],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(accepts(pattern, text, 'name')).toBe(expected);
  });
});
