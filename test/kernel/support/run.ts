import type { ChildProcess } from 'node:child_process';
import type { ProcessEvent } from '../../../src/agent/kernel/events';
import { waitFor } from '../../support/wait';
import type { Box } from './box';
import type { TestSensor } from './sensor';

/** How a program in a box ended, and what it said. */
export interface End {
  /** Exit code, or the signal's name. */
  readonly ended: number | NodeJS.Signals;
  readonly output: string;
}

/** Waits for a program that was started with pipes. */
export function end(child: ChildProcess): Promise<End> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ ended: signal ?? code ?? -1, output }));
  });
}

/** Runs a program in a box to its end. */
export function runIn(box: Box, command: readonly string[]): Promise<End> {
  return end(box.start(command, { stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** A program in a box that is asked for one thing at a time and answers with a line. */
export interface Conversation {
  /** Sends one byte, or more, and resolves with the next line. */
  ask(text?: string): Promise<string>;
  send(text: string): void;
  line(): Promise<string>;
  /** Ends its input. */
  finish(): void;
}

export function converse(box: Box, command: readonly string[]): Conversation {
  return conversationWith(box.start(command, { stdio: ['pipe', 'pipe', 'inherit'] }));
}

/** With a program that was started with pipes. */
export function conversationWith(child: ChildProcess): Conversation {
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (more: string) => {
    text += more;
  });
  const line = async (): Promise<string> => {
    const at = await waitFor(`a line of ${child.spawnargs.join(' ')}`, () => text.includes('\n') && text.indexOf('\n') + 1, { timeout: 120_000, interval: 2 });
    const found = text.slice(0, at - 1);
    text = text.slice(at);
    return found;
  };
  const send = (question: string): void => void child.stdin?.write(question);
  return {
    line,
    send,
    ask: (question = '.') => {
      send(question);
      return line();
    },
    finish: () => child.stdin?.end(),
  };
}

/** Findings of one box, once everything that the kernel has written so far was read. */
export async function findingsOf(test: TestSensor, box: Pick<Box, 'cgroup'>): Promise<readonly ProcessEvent[]> {
  const { findings, droppedFindings } = test.sensor.counters();
  await waitFor('the findings', () => test.findings().length >= (findings ?? 0) - (droppedFindings ?? 0), { interval: 2 });
  return test.findings().filter(({ subject }) => subject.cgroup === box.cgroup);
}

/** Ids of the rules that a finding names. Rules of one policy with different conditions have the ids of their places. */
export function rulesOf({ header: { matched } }: ProcessEvent): readonly number[] {
  return [...matched].flatMap((word, at) => [...Array(64).keys()].filter((bit) => ((word >> BigInt(bit)) & 1n) === 1n).map((bit) => at * 64 + bit));
}
