/** The few pieces of protobuf's wire format that containerd's messages need: no schema, fields by number. */

/** A length-delimited field with text. */
export function textField(number: number, text: string): Buffer {
  const body = Buffer.from(text, 'utf8');
  return Buffer.concat([varint((number << 3) | 2), varint(body.length), body]);
}

/** Length-delimited fields of a message by number, in order; other wire types are skipped. Throws RangeError on bad input. */
export function readFields(message: Buffer): ReadonlyMap<number, readonly Buffer[]> {
  const fields = new Map<number, Buffer[]>();
  for (const { number, type, payload } of fieldsOf(message)) if (type === 2) fields.set(number, [...(fields.get(number) ?? []), payload]);
  return fields;
}

/** The last number (a varint: integers, enums, booleans) of a field, 0 when absent: proto3's default. Throws RangeError on bad input. */
export function numberOf(message: Buffer, wanted: number): number {
  let found = 0;
  for (const { number, type, value } of fieldsOf(message)) if (type === 0 && number === wanted) found = value;
  return found;
}

interface Field {
  readonly number: number;
  readonly type: number;
  /** Of a varint. */
  readonly value: number;
  /** Of all other types. */
  readonly payload: Buffer;
}

function* fieldsOf(message: Buffer): Generator<Field> {
  let at = 0;
  const next = (): number => {
    const [value, length] = readVarint(message, at);
    at += length;
    return value;
  };
  while (at < message.length) {
    const key = next();
    const type = key & 7;
    const value = type === 0 ? next() : 0;
    const size = payloadSize(type, next, message.length - at);
    if (size > message.length - at) throw new RangeError('A field is longer than its message');
    yield { number: key >>> 3, type, value, payload: message.subarray(at, at + size) };
    at += size;
  }
}

/** First text of a field, '' when absent: proto3's default. */
export function textOf(fields: ReadonlyMap<number, readonly Buffer[]>, number: number): string {
  return fields.get(number)?.at(0)?.toString('utf8') ?? '';
}

/** A field of type map<string, string>. */
export function textMapOf(fields: ReadonlyMap<number, readonly Buffer[]>, number: number): Readonly<Record<string, string>> {
  const map: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const entry of fields.get(number) ?? []) {
    const pair = readFields(entry);
    map[textOf(pair, 1)] = textOf(pair, 2);
  }
  return map;
}

function payloadSize(type: number, next: () => number, rest: number): number {
  switch (type) {
    case 0:
      return 0;
    case 1:
      return 8;
    case 2:
      return next();
    case 5:
      return 4;
    default:
      throw new RangeError(`Unknown wire type ${type} with ${rest} bytes left`);
  }
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}

function readVarint(buffer: Buffer, at: number): [number, number] {
  let value = 0;
  for (let length = 0; length < 10; length += 1) {
    const byte = buffer[at + length];
    if (byte === undefined) throw new RangeError('A varint ends early');
    value += (byte & 127) * 2 ** (7 * length);
    if (byte < 128) return [value, length + 1];
  }
  throw new RangeError('A varint is too long');
}
