import { Writable } from 'node:stream';
import { createLogger as createWinston, format, transports, type Logger } from 'winston';
import type { LineSink } from './sink';

export type { Logger } from 'winston';

export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LoggerOptions {
  readonly level: LogLevel;
  /** JSON lines, or lines for a person. */
  readonly json: boolean;
  /** Where lines go: never the findings' own stream. */
  readonly sink: LineSink;
}

/** The one maker of loggers. Callers pass no secrets; nothing is taken from the environment. */
export function createLogger({ level, json, sink }: LoggerOptions): Logger {
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk: string | Buffer, _encoding, done) => {
      sink.line(chunk.toString().trimEnd());
      done();
    },
  });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- winston declares its transports as interfaces, not classes
  return createWinston({ level, format: json ? jsonFormat() : textFormat(), transports: [new transports.Stream({ stream })] });
}

function jsonFormat(): ReturnType<typeof format.combine> {
  return format.combine(
    format.timestamp(),
    format.printf(({ timestamp, level, message, ...fields }) => JSON.stringify({ time: timestamp, level, message, ...fields })),
  );
}

function textFormat(): ReturnType<typeof format.combine> {
  return format.combine(
    format.timestamp({ format: 'HH:mm:ss' }),
    format.printf(({ timestamp, level, message, ...fields }) => {
      const rest = Object.entries(fields).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`);
      return printable(`${String(timestamp)} ${level.padEnd(5)} ${String(message)}${rest.join('')}`);
    }),
  );
}

/** Names of files and containers may hold control characters; they stay out of the terminal. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
