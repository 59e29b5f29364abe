const PARTS = /^(?:(\d{1,5})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$/u;

/** Milliseconds of a duration like `30m` or `1h30m`; undefined for what is none. */
export function durationMs(text: string): number | undefined {
  const parts = text === '' ? null : PARTS.exec(text);
  if (parts === null) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}
