import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KERNEL_ERROR_CODES, KernelError, toKernelError } from './kernel-error';

it('knows every code of the addon', () => {
  const source = readFileSync(join(__dirname, '../../../native/addon/state.cc'), 'utf8');
  const codes = [...source.matchAll(/return "([a-z-]+)";/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !KERNEL_ERROR_CODES.some((known) => known === code))).toEqual([]);
});

it('says what was tried and why it failed', () => {
  const error = toKernelError({ code: 'freezer', operation: 'thaw cgroup 5', errno: 16, reason: 'Device or resource busy', detail: '' });
  expect(error).toBeInstanceOf(KernelError);
  expect(error).toMatchObject({ message: 'Cannot thaw cgroup 5: Device or resource busy', code: 'freezer', errno: 16 });
});

it('names the agent that holds the lock', () => {
  expect(new KernelError({ code: 'held', operation: 'lock', detail: '321' }).message).toBe('Another agent runs on this machine: process 321');
});

it('passes on what is no failure of the kernel half', () => {
  const error = new TypeError('x');
  expect(toKernelError(error)).toBe(error);
});
