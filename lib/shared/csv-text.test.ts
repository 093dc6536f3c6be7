import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '#lib/shared/csv-text.ts';

describe('a CSV file', () => {
  it('separates with semicolons, quotes what needs it and leaves what is not there empty', () => {
    expect(csvText([['a', 'b;c', 'say "hi"', null, 'two\nlines']])).toBe(
      '\uFEFFa;"b;c";"say ""hi""";;"two\nlines"\r\n',
    );
  });

  it('writes numbers with a decimal comma, below zero too', () => {
    expect(csvText([[1365.5, -12, 0]])).toBe('\uFEFF1365,5;-12;0\r\n');
  });

  it('lets no text begin a formula', () => {
    expect(csvText([['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '-12,50']])).toBe(
      "\uFEFF'=1+1;'+cmd;'-2+3;'@SUM(A1);'\tx;-12,50\r\n",
    );
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('=', '+', '-', '@', '\t', '\r'), (rest, first) => {
        const [line = ''] = csvText([[`${first}x${rest}`]])
          .slice(1)
          .split('\n');
        expect(/^"?'/.test(line)).toBe(true);
      }),
    );
  });
});
