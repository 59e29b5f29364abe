import { textOfBytes } from './text';

it('keeps valid text as it is, backslashes included', () => {
  expect(textOfBytes(Buffer.from('/tmp/ä\\b€😀'))).toBe('/tmp/ä\\b€😀');
});

it('escapes what is not UTF-8, and then the backslash too', () => {
  expect(textOfBytes(Buffer.from([0x61, 0xff, 0x5c, 0xc3, 0xa4, 0xe2, 0x82]))).toBe('a\\xff\\x5cä\\xe2\\x82');
});
