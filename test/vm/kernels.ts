/** Debian's kernels as unpacked packages: fetched by apt with a configuration of its own, so that nothing of the machine's changes. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const CACHE = join(ROOT, '.stasis', 'vm');
const APT_CONFIG = join(CACHE, 'apt', 'apt.conf');
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const MODULE_FOLDERS = ['lib/modules', 'usr/lib/modules'];

export type Series = '6.1' | '6.12';
export type Architecture = 'amd64' | 'arm64';

/** The Debian release that a series of kernels belongs to for as long as that release is maintained. */
const RELEASE_OF: Record<Series, string> = { '6.1': 'bookworm', '6.12': 'trixie' };

export interface Kernel {
  readonly series: Series;
  /** `uname -r` */
  readonly release: string;
  /** What a boot loader starts; on arm64 an uncompressed image. */
  readonly image: string;
  /** Folder of its modules, `kernel/…` below it. */
  readonly modules: string;
}

/**
 * The newest cloud kernel of the series, unpacked below `.stasis/vm`; fetched once, then taken from there.
 * Throws with apt's message when it cannot be fetched.
 */
export function debianKernel(series: Series, architecture: Architecture): Kernel {
  const folder = join(CACHE, `linux-${series}-${architecture}`);
  if (!existsSync(folder)) unpackNewest(series, architecture, folder);
  const image = readdirSync(join(folder, 'boot')).find((name) => name.startsWith('vmlinuz-'));
  if (image === undefined) throw new Error(`${folder} holds no kernel; remove it and try again`);
  const release = image.slice('vmlinuz-'.length);
  const modules = MODULE_FOLDERS.map((path) => join(folder, path, release)).find((path) => existsSync(path));
  if (modules === undefined) throw new Error(`${folder} holds no modules; remove it and try again`);
  return { series, release, image: join(folder, 'boot', image), modules };
}

/** The overlay file system's module; with `btf` false it has lost its type information, as on kernels built without it. */
export function overlayModule(kernel: Kernel, btf: boolean): string {
  const target = join(CACHE, `overlay-${kernel.release}${btf ? '' : '-without-btf'}.ko`);
  writeFileSync(target, readModule(kernel, 'overlayfs/overlay.ko'));
  if (!btf) execFileSync('objcopy', ['--remove-section=.BTF', target]);
  return target;
}

/** The module with which programs of other formats are started, binfmt_misc. */
export function formatsModule(kernel: Kernel): string {
  const target = join(CACHE, `binfmt_misc-${kernel.release}.ko`);
  writeFileSync(target, readModule(kernel, 'binfmt_misc.ko'));
  return target;
}

function readModule(kernel: Kernel, path: string): Buffer {
  const plain = join(kernel.modules, 'kernel', 'fs', path);
  return existsSync(plain) ? readFileSync(plain) : execFileSync('xz', ['-dc', `${plain}.xz`], { maxBuffer: 1 << 26 });
}

function unpackNewest(series: Series, architecture: Architecture, folder: string): void {
  configureApt();
  const wanted = new RegExp(`^linux-image-${series.replace('.', '\\.')}\\.\\d.*-cloud-${architecture}$`);
  const names = apt('apt-cache', ['pkgnames', `linux-image-${series}.`]).split('\n').filter((name) => wanted.test(name));
  const newest = names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (newest === undefined) throw new Error(`the mirror of ${RELEASE_OF[series]} offers no ${wanted.source}`);
  const download = `${folder}.download`;
  rmSync(download, { recursive: true, force: true });
  mkdirSync(download, { recursive: true });
  apt('apt-get', ['download', '--quiet', `${newest}:${architecture}`], download);
  const archive = readdirSync(download).find((name) => name.endsWith('.deb'));
  if (archive === undefined) throw new Error(`${newest} was not downloaded`);
  execFileSync('dpkg-deb', ['--extract', join(download, archive), join(download, 'unpacked')]);
  renameSync(join(download, 'unpacked'), folder);
  rmSync(download, { recursive: true, force: true });
}

/** Writes the private configuration and reads the package lists, once for each run of the tests that has to fetch something. */
let configured = false;
function configureApt(): void {
  if (configured) return;
  const folder = join(CACHE, 'apt');
  for (const path of ['state/lists/partial', 'cache/archives/partial']) mkdirSync(join(folder, path), { recursive: true });
  const signed = existsSync(KEYRING) ? `signed-by=${KEYRING} ` : '';
  const sources = [`deb [${signed}target=Packages arch=amd64] ${debianMirror()} ${RELEASE_OF['6.1']} main`,
    `deb [${signed}target=Packages arch=amd64,arm64] ${debianMirror()} ${RELEASE_OF['6.12']} main`];
  const settings = [
    `Dir::Etc::SourceList "${folder}/sources.list";`,
    'Dir::Etc::SourceParts "/dev/null";',
    'Dir::Etc::Preferences "/dev/null";',
    'Dir::Etc::PreferencesParts "/dev/null";',
    `Dir::State "${folder}/state";`,
    `Dir::State::Status "${folder}/status";`,
    `Dir::Cache "${folder}/cache";`,
    'APT::Architectures { "amd64"; "arm64"; };',
    'APT::Sandbox::User "";', // the checkout may be unreadable for apt's own user
    'Acquire::Languages "none";',
  ];
  writeFileSync(join(folder, 'sources.list'), `${sources.join('\n')}\n`);
  writeFileSync(join(folder, 'status'), '');
  writeFileSync(APT_CONFIG, `${settings.join('\n')}\n`);
  apt('apt-get', ['update', '--quiet', '--error-on=any']);
  configured = true;
}

/** The machine's own mirror, from the entry of the release that it runs; elsewhere than on Debian it has to be named. */
function debianMirror(): string {
  const named = process.env['DEBIAN_MIRROR'];
  if (named !== undefined) return named;
  const release = /^VERSION_CODENAME="?(\w+)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? '';
  const isDebian = /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  const targets = execFileSync('apt-get', ['indextargets', '--format', '$(RELEASE) $(REPO_URI)', 'Created-By: Packages'], { encoding: 'utf8' });
  const entry = targets.split('\n').map((line) => line.split(' ')).find(([suite, uri]) => suite === release && uri?.includes('://'));
  if (!isDebian || entry?.[1] === undefined) {
    throw new Error('no Debian mirror among the apt sources; name one in DEBIAN_MIRROR, e.g. DEBIAN_MIRROR=http://<host>/debian');
  }
  return entry[1];
}

function apt(command: string, args: readonly string[], folder = CACHE): string {
  const environment = { ...process.env, APT_CONFIG, LC_ALL: 'C' };
  return execFileSync(command, args, { cwd: folder, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
