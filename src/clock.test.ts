import { formatTime, systemClock } from './clock';

it('writes nanoseconds, also right after another time of the same second', () => {
  expect(formatTime(1n, 1_790_000_000_000_000_000n)).toBe('2026-09-21T14:13:20.000000001Z');
  expect(formatTime(999_999_999n, 1_790_000_000_000_000_000n)).toBe('2026-09-21T14:13:20.999999999Z');
  expect(formatTime(1_000_000_000n, 1_790_000_000_000_000_000n)).toBe('2026-09-21T14:13:21.000000000Z');
});

it('puts its boot clock and its epoch together to the time of day', () => {
  const clock = systemClock();
  // Three clocks are read after each other, and a busy machine may do something else in between.
  const differences = Array.from({ length: 100 }, () => Math.abs(Number((clock.bootNs() + clock.epochNs()) / 1_000_000n) - Date.now()));
  expect(Math.min(...differences)).toBeLessThan(100);
});
