import { isUtf8 } from 'node:buffer';

/** Bytes from a workload as valid text: what is not UTF-8 becomes `\xNN`, and then a backslash `\x5c`, so nothing is ambiguous. */
export function textOfBytes(bytes: Buffer): string {
  const decoded = bytes.toString('utf8');
  if (!decoded.includes('\ufffd') || isUtf8(bytes)) return decoded;
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    const piece = bytes.subarray(at, at + Math.max(length, 1));
    text += length === 0 || piece[0] === 0x5c ? escapeByte(piece[0] ?? 0) : piece.toString('utf8');
    at += piece.length;
  }
  return text;
}

/** Length of the valid character at a place, 0: none. */
function sequenceLength(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length += 1) if (isUtf8(bytes.subarray(at, at + length))) return length;
  return 0;
}

function escapeByte(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
