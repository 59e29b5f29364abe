import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { JudgedFile } from '../../support/reference-evaluator';
import { fillImage, makeBox, type Box, type BoxOptions } from './box';
import { build } from './compile';
import { converse, type Conversation } from './run';
import type { TestSensor } from './sensor';

/** A program of the world. Its path is made of the words of `arbitrary-policies.ts`, so that random patterns meet it. */
export interface Program extends JudgedFile {
  readonly path: string;
  /** What is passed to exec. */
  readonly start: string;
  /** Of a script. */
  readonly interpreter?: Program;
}

/** Commands of `programs/world.c` that make what the image does not bring along. */
const commands: string[] = [];
const IMAGE_LINKS = ['/bin/sh', '/bin/a', '/usr/bin/bash', '/a/b/sh', '/é/ab', '/sh', '/usr/ba/é/b'];
const CHANGED = ['/bin/ba', '/usr/bin/a', '/é/sh'];
const INTERPRETER = '/usr/é';
const IMAGE_SCRIPT = '/usr/bash';
const CHANGED_SCRIPT = '/é/ba';
const LINK = '/bin/link-ORPHANS_0';

function made(command: string, program: Omit<Program, 'start' | 'onRootMount'> & Partial<Program>): Program {
  commands.push(command);
  return { start: program.path, onRootMount: true, ...program };
}

function image(path: string): Program {
  return { path, start: path, origin: 'Image', onRootMount: true };
}

function changed(path: string): Program {
  return made(`change ${path}`, { path, origin: 'Modified' });
}

function written(path: string, from = LINK): Program {
  return made(`copy ${from} ${path}`, { path, origin: 'Written' });
}

function onVolume(path: string): Program {
  return made(`copy ${LINK} ${path}`, { path, origin: 'Volume', onRootMount: false });
}

function script(interpreter: Program, program: Pick<Program, 'path' | 'origin'>): Program {
  return made(`script ${interpreter.path} ${program.path}`, { ...program, interpreter, onRootMount: program.origin !== 'Volume' });
}

commands.push('volume /ab');

/** Start what comes after them. */
export const LINKS: readonly Program[] = [
  ...IMAGE_LINKS.map(image),
  ...CHANGED.map(changed),
  ...['/bin/ab', '/usr/sh', '/b/a', '/a/bin/bash'].map((path) => written(path)),
  ...['/ab/sh', '/ab/a/b', '/ab/bin/bash'].map(onVolume),
  made('bind /a /ba', { path: '/a/b/sh', alias: '/ba/b/sh', start: '/ba/b/sh', origin: 'Image', onRootMount: false }),
  { path: '/a/bin/bash', alias: '/ba/bin/bash', start: '/ba/bin/bash', origin: 'Written', onRootMount: false },
  made(`memory sh ${LINK} 100`, { path: '/memfd:sh', start: '/proc/self/fd/100', origin: 'Memory', onRootMount: false }),
  made(`deleted /b/bash ${LINK} 101`, { path: '/b/bash', start: '/proc/self/fd/101', origin: 'Deleted' }),
];

const interpreter = image(INTERPRETER);
const ownInterpreter = written('/a/sh', '/bin/interp');

/** End a chain. */
export const SCRIPTS: readonly Program[] = [
  { ...image(IMAGE_SCRIPT), interpreter },
  { ...changed(CHANGED_SCRIPT), interpreter },
  script(interpreter, { path: '/b/sh', origin: 'Written' }),
  script(ownInterpreter, { path: '/b/ab', origin: 'Written' }),
  script(interpreter, { path: '/ab/ba', origin: 'Volume' }),
];

/** What starts every chain. */
export const WORLD: Program = image('/bin/world');

export interface World {
  readonly box: Box;
  /** Starts each chain (words of a command) and resolves when all have ended. */
  start(chains: readonly (readonly string[])[]): Promise<void>;
  close(): Promise<void>;
}

/** Fills the image of a sensor. Before the first `makeWorld`. */
export async function fillWorld(test: TestSensor): Promise<void> {
  const bare = { bare: true };
  const link = await build('programs/link.c', { ...bare, defines: ['ORPHANS=0'] });
  const interp = await build('programs/interp.c', bare);
  await fillImage(test, [link, interp, await build('programs/world.c')]);
  const put = (path: string, fill: (target: string) => void): void => {
    const target = join(test.session.directory, 'image', path);
    mkdirSync(dirname(target), { recursive: true });
    fill(target);
    chmodSync(target, 0o755);
  };
  for (const path of [...IMAGE_LINKS, ...CHANGED]) put(path, (target) => copyFileSync(link, target));
  put(INTERPRETER, (target) => copyFileSync(interp, target));
  for (const path of [IMAGE_SCRIPT, CHANGED_SCRIPT]) put(path, (target) => writeFileSync(target, `#!${INTERPRETER}\n`));
  if (basename(link) !== basename(LINK)) throw new Error(`The link is called ${link}`);
}

/** A box with all programs of the world. */
export async function makeWorld(test: TestSensor, options: BoxOptions = {}): Promise<World> {
  const box = makeBox(test, options);
  const driver = converse(box, [WORLD.path]);
  for (const command of commands) {
    const answer = await driver.ask(`${command}\n`);
    if (answer !== '0') throw new Error(`The world's "${command}" ended with ${answer}`);
  }
  return { box, start: (chains) => startAll(driver, chains), close: () => box.close() };
}

async function startAll(driver: Conversation, chains: readonly (readonly string[])[]): Promise<void> {
  driver.send(chains.map((chain) => `${chain.join(' ')}\n`).join(''));
  for (const chain of chains) {
    const answer = await driver.line();
    if (answer !== '0' && answer !== '137') throw new Error(`"${chain.join(' ')}" ended with ${answer}`);
  }
}
