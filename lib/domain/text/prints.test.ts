import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAST_GRAMS, prefixLength, printOf } from '#lib/domain/text/prints.ts';
import { ALIKE_BUT_OWN, GOOD_ANSWERS } from '#lib/domain/final-report/testing/good-answers.ts';
import { gramsOf, isNearCopy, jaccard } from '#lib/domain/text/words.ts';

const word = fc.stringMatching(/^[a-zåäö]{1,8}$/);
const text = fc.array(word, { minLength: 14, maxLength: 120 });
/** A text and one that differs in a few words. */
const changed = fc
  .tuple(text, fc.array(fc.tuple(fc.nat(119), word), { maxLength: 4 }), fc.array(word, { maxLength: 6 }))
  .map(([words, changes, more]) => {
    const other = [...words];
    for (const [at, into] of changes) if (at < other.length) other[at] = into;
    return [words.join(' '), [...other, ...more].join(' ')] as const;
  });

describe('near copies', () => {
  it('are found by the first numbers of a print among all of the other, however alike is asked for', () => {
    fc.assert(
      fc.property(changed, fc.integer({ min: 300, max: 1000 }), ([a, b], permille) => {
        const [one, other] = [printOf('/a', a, 'salt'), printOf('/a', b, 'salt')];
        if (one === null || other === null) return;
        const alike = jaccard(new Set(one.grams), new Set(other.grams));
        expect(alike).toBeCloseTo(jaccard(gramsOf(a), gramsOf(b)), 10);
        fc.pre(1000 * alike >= permille);
        const prefix = one.grams.slice(0, prefixLength(one.grams.length, permille));
        expect(prefix.some((gram) => other.grams.includes(gram))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('share nothing across providers', () => {
    fc.assert(
      fc.property(text, (words) => {
        const [one, other] = ['1', '2'].map((salt) => printOf('/a', words.join(' '), salt)?.grams ?? []);
        expect(one?.some((gram) => other?.includes(gram))).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it('are not what two coaches write of alike activities in words of their own', () => {
    for (const [one, other] of ALIKE_BUT_OWN) expect(isNearCopy(one, other)).toBe(false);
    const texts = GOOD_ANSWERS.map(([, answer]) => answer);
    for (const [at, one] of texts.entries())
      for (const other of texts.slice(at + 1)) expect(isNearCopy(one, other)).toBe(false);
  });

  it('are told whatever is done to letters and signs', () => {
    const original =
      'Vi har haft individuella möten varannan vecka där vi skrivit ansökningar till lager och butik tillsammans.';
    expect(
      isNearCopy(original, original.toLocaleUpperCase('sv').replaceAll('.', '!!').replaceAll(' ', '  ')),
    ).toBe(true);
  });

  it('are not looked for among short answers', () => {
    expect(printOf('/a', 'Korta träffar på förmiddagen fungerade bäst för henne.', 's')).toBeNull();
    const longEnough = Array.from({ length: LEAST_GRAMS + 4 }, (_, at) => `ord${at}`).join(' ');
    expect(printOf('/a', longEnough, 's')?.grams).toHaveLength(LEAST_GRAMS);
  });
});
