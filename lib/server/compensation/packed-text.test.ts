import { deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import rom2 from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };
import { packText, unpackText } from '#lib/server/compensation/packed-text.ts';

describe('a text in an address', () => {
  test('comes back as it was, JSON without its white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(text.isWellFormed());
        expect(packText(text)).toMatch(/^[\w-]*$/);
        expect(unpackText(packText(`{ ${text}`))).toBe(`{ ${text}`);
      }),
    );
    expect(unpackText(packText('{ "a" : [ 1 ] }'))).toBe('{"a":[1]}');
  });

  test('is short: an agreement with all its holidays takes a fifth of the address that may be', () => {
    expect(packText(JSON.stringify(rom2, null, 2)).length).toBeLessThan(820);
  });

  test('that was not packed here, or unpacks to more than anybody writes, is none', () => {
    expect(unpackText('not packed')).toBe(null);
    expect(unpackText(deflateRawSync('x'.repeat(65_536)).toString('base64url'))).toHaveLength(65_536);
    expect(unpackText(deflateRawSync('x'.repeat(65_537)).toString('base64url'))).toBe(null);
  });
});
