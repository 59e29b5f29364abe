const WIDTH = 13;

/** Where the story is told: a line at a time, in colour only where a terminal shows it. */
export interface Terminal {
  readonly colour: boolean;
  heading(text: string): void;
  /** One fact, beside what it is about. */
  fact(about: string, text: string): void;
  quote(lines: readonly string[]): void;
  failure(text: string): void;
}

export function openTerminal({ stdout, stderr, env }: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>): Terminal {
  const colour = stdout.isTTY && (env['NO_COLOR'] ?? '') === '';
  const paint = (code: string, text: string): string => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);
  const print = (line: string): void => void stdout.write(`${line}\n`);
  return {
    colour,
    heading: (text) => print(paint('1', text)),
    fact: (about, text) => print(`  ${paint('36', about.padEnd(WIDTH))}${text}`),
    quote: (lines) => lines.forEach((line) => print(paint('2', `  ${line}`))),
    failure: (text) => void stderr.write(`${paint('1;31', 'demo:')} ${text}\n`),
  };
}
