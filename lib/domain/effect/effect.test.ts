import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import { randomInput, seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { LEVELS } from '#lib/domain/compensation/types.ts';
import { type EvaluationInput, validateInput } from '#lib/domain/compensation/validate.ts';
import { effectOf } from '#lib/domain/effect/effect.ts';
import { effectSv } from '#lib/domain/effect/effect-sv.ts';
import { approved, AGREEMENT, FACTS } from '#lib/domain/effect/testing/one-placement.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';
import { ore, sumOre } from '#lib/shared/money.ts';

function made(seed: number): EvaluationInput {
  const input = validateInput(randomInput(seeded(seed)));
  if (!input.ok) throw new Error(`seed ${seed}: ${JSON.stringify(input.error)}`);
  return input.value;
}

/** The facts of one placement as they are and as somebody might decide them to be: same placement, postings and day. */
const decision = fc
  .tuple(fc.nat(), fc.nat(), fc.constantFrom(...LEVELS), fc.boolean(), fc.boolean())
  .map(([seed, other, level, takesReports, takesOutcome]) => {
    const { agreement, facts } = made(seed);
    const changed = made(other);
    return {
      agreement,
      facts,
      after: {
        ...facts,
        placement: { ...facts.placement, level },
        reports: takesReports ? changed.facts.reports : facts.reports,
        outcome: takesOutcome ? changed.facts.outcome : facts.outcome,
      },
    };
  });

describe('the effect of a decision', () => {
  it('that changes nothing is empty', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { agreement, facts } = made(seed);
        const effect = effectOf(agreement, facts, agreement, facts);
        expect(effect).toMatchObject({ keys: [], byComponent: [], differenceOre: 0 });
        expect(effect.nextAfterOre).toBe(effect.nextBeforeOre);
      }),
      { verbose: true },
    );
  });

  it('sums over keys, and over components, to the entitlement after less before', () => {
    fc.assert(
      fc.property(decision, ({ agreement, facts, after }) => {
        const effect = effectOf(agreement, facts, agreement, after);
        const difference =
          evaluate(agreement, after).totals.earnedOre - evaluate(agreement, facts).totals.earnedOre;
        expect(effect.differenceOre).toBe(difference);
        expect(sumOre(effect.keys.map((key) => key.differenceOre))).toBe(difference);
        expect(sumOre(effect.byComponent.map((one) => one.differenceOre))).toBe(difference);
      }),
      { verbose: true, numRuns: 500 },
    );
  });

  it('leaves to the next statement what is earned after less what is posted', () => {
    fc.assert(
      fc.property(decision, ({ agreement, facts, after }) => {
        const effect = effectOf(agreement, facts, agreement, after);
        const posted = sumOre(facts.posted.map((posting) => posting.amountOre));
        expect(effect.nextAfterOre).toBe(effect.earnedAfterOre - posted);
        expect(effect.nextAfterOre - effect.nextBeforeOre).toBe(effect.differenceOre);
      }),
      { verbose: true, numRuns: 500 },
    );
  });

  it('names each entitlement once, and only those that stand differently', () => {
    fc.assert(
      fc.property(decision, ({ agreement, facts, after }) => {
        const { keys } = effectOf(agreement, facts, agreement, after);
        expect(new Set(keys.map((key) => key.key)).size).toBe(keys.length);
        for (const key of keys) expect(key.before).not.toEqual(key.after);
      }),
      { verbose: true, numRuns: 500 },
    );
  });

  it('backwards is its opposite', () => {
    fc.assert(
      fc.property(decision, ({ agreement, facts, after }) => {
        const there = effectOf(agreement, facts, agreement, after);
        const back = effectOf(agreement, after, agreement, facts);
        expect(back.differenceOre).toBe(ore(0 - there.differenceOre));
        expect(back.keys.map(({ key, before, after: then }) => [key, then, before])).toEqual(
          there.keys.map(({ key, before, after: then }) => [key, before, then]),
        );
      }),
      { verbose: true, numRuns: 300 },
    );
  });
});

describe('an approval of a month', () => {
  const march = month('2021-03');
  const waiting = { month: march, status: 'submitted', submittedOn: plainDate('2021-04-06') } as const;

  it('turns what is not payable into a line, and says so in kronor', () => {
    const now = { ...FACTS, reports: [waiting] };
    const effect = effectOf(AGREEMENT, now, AGREEMENT, { ...FACTS, reports: [approved(march)] });
    // 8–31 March 2021: 18 working days × 65 kr (level B) = 1 170 kr.
    expect(effect.keys).toEqual([
      {
        key: 'base:2021-03',
        component: 'basePay',
        before: { kind: 'notPayable', reason: 'reportNotApproved', amountOre: 117_000 },
        after: { kind: 'line', amountOre: 117_000 },
        differenceOre: 117_000,
      },
    ]);
    expect(effectSv(effect).map((text) => text.replaceAll('\u00A0', ' '))).toEqual([
      'Placeringen ger 1 170,00 kr mer än i dag.',
      'Grundersättning mars 2021. I dag: 1 170,00 kr betalas inte. Månadens rapport är inte godkänd. Efter beslutet: 1 170,00 kr.',
      'Nästa underlag tar upp 1 170,00 kr för placeringen.',
    ]);
  });

  it('that is withdrawn is set off by the next statement', () => {
    const posted = evaluate(AGREEMENT, { ...FACTS, reports: [approved(march)] }).deltas;
    const now = { ...FACTS, reports: [approved(march)], posted };
    const effect = effectOf(AGREEMENT, now, AGREEMENT, { ...now, reports: [waiting] });
    expect(effect).toMatchObject({ differenceOre: -117_000, nextBeforeOre: 0, nextAfterOre: -117_000 });
    expect(effectSv(effect).at(-1)?.replaceAll('\u00A0', ' ')).toBe(
      'Nästa underlag kvittar 1 170,00 kr för placeringen.',
    );
  });
});
