import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonArrayElements, JsonElementTooLongError, NotJsonArrayError } from '#lib/shared/json-array.ts';

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size));
}

async function read(text: string | Uint8Array, size = 7): Promise<unknown> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  try {
    const elements: unknown[] = [];
    for await (const element of jsonArrayElements(cut(bytes, size))) elements.push(element);
    return elements;
  } catch (error) {
    return error instanceof NotJsonArrayError ? 'notAnArray' : error;
  }
}

/** What the language's own parser makes of the text. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : 'notAnArray';
  } catch {
    return 'notAnArray';
  }
}

describe('a JSON array read piece by piece', () => {
  it('gives what was written, however it is cut', async () => {
    const arrays = fc.array(fc.jsonValue({ noUnicodeString: false }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(arrays, fc.integer({ min: 1, max: 40 }), fc.boolean(), async (array, size, spaced) => {
        const text = JSON.stringify(array, null, spaced ? 2 : 0);
        expect(await read(text, size)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('accepts exactly what a parser of the whole would', async () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '"a"',
      '"]"',
      '"\\""',
      '1',
      'null',
      ' ',
      '\n',
      'x',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(pieces, { maxLength: 9 }),
        fc.integer({ min: 1, max: 9 }),
        async (list, size) => {
          const inside = `[${list.join('')}]`;
          expect(await read(inside, size)).toEqual(parsed(inside));
          expect(await read(list.join(''), size)).toEqual(parsed(list.join('')));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is nothing else', async () => {
    const others = [
      '',
      ' ',
      '{}',
      'null',
      '1',
      '"[]"',
      '[',
      '[1',
      '[1,]',
      '[,1]',
      '[1] 2',
      '[1]]',
      '[}',
      '[1 2]',
      '[\u{A0}]',
      '[[]',
    ];
    const answers = await Promise.all(others.map((text) => read(text)));
    expect(answers).toEqual(others.map(() => 'notAnArray'));
    expect(await read(new Uint8Array([0xef, 0xbb, 0x5b, 0x5d]))).toBe('notAnArray');
    expect(await read(new Uint8Array([0x5b, 0x5d, 0xbf]))).toBe('notAnArray');
    expect(await read(new Uint8Array([0x5b, 0x22, 0xff, 0x22, 0x5d]))).toBe('notAnArray');
  });

  it('may begin with a byte-order mark', async () => {
    expect(await read('\u{FEFF}[1, "å"]', 1)).toEqual([1, 'å']);
  });

  it('stops at an element that is too long, before all of it has come', async () => {
    const text = '[1,"23456",7]';
    for (const size of [1, 3, 100]) {
      const all: unknown[] = [];
      for await (const one of jsonArrayElements(cut(new TextEncoder().encode(text), size), 7)) all.push(one);
      expect(all).toEqual([1, '23456', 7]);
      const first = jsonArrayElements(cut(new TextEncoder().encode(text), size), 6);
      expect(await first.next()).toEqual({ value: 1, done: false });
      await expect(first.next()).rejects.toEqual(new JsonElementTooLongError(1));
    }
  });
});
