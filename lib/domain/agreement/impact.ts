import { explainSv } from '#lib/domain/compensation/explain-sv.ts';
import type { Component, Evaluation } from '#lib/domain/compensation/evaluation.ts';
import type { Level } from '#lib/domain/compensation/types.ts';
import { type Ore, ore, sumOre, ZERO_ORE } from '#lib/shared/money.ts';

/** An amount under the version that is followed, and under the draft. */
export type BeforeAfter = { readonly before: Ore; readonly after: Ore };

/** A line of an example with its reason, kept as it was when the preview was made. */
export type ExampleLine = {
  readonly key: string;
  readonly component: Component;
  readonly amountOre: Ore;
  readonly why: string;
};

/** A placement whose amount changes much. It is named by its implementation reference and never by its participant. */
export type ImpactExample = BeforeAfter & {
  readonly placementId: string;
  readonly participantId: string;
  readonly reference: string | null;
  readonly providerId: string;
  readonly level: Level;
  readonly linesBefore: readonly ExampleLine[];
  readonly linesAfter: readonly ExampleLine[];
};

/** What present placements would have been paid: of one provider, or of all. */
export type Impact = {
  readonly placements: number;
  /** Placements whose earned amount is another. */
  readonly changed: number;
  /** Placements that cannot be calculated under the draft, by the code of the fault. */
  readonly notCalculable: Readonly<Record<string, number>>;
  /** Statements with lines of the placements that change. */
  readonly statements: number;
  readonly byComponent: Readonly<Record<Component, BeforeAfter>>;
  readonly byLevel: Readonly<Record<Level, BeforeAfter>>;
  /** Not earned yet, but to come. */
  readonly pending: BeforeAfter;
  readonly total: BeforeAfter;
  readonly examples: readonly ImpactExample[];
};

/** As many of the greatest rises, and as many of the greatest falls, are shown as examples. */
export const EXAMPLES_EACH_WAY = 20;

const NOTHING: BeforeAfter = { before: ZERO_ORE, after: ZERO_ORE };

export const NO_IMPACT: Impact = {
  placements: 0,
  changed: 0,
  notCalculable: {},
  statements: 0,
  byComponent: { basePay: NOTHING, resultPay: NOTHING, speedBonus: NOTHING, supplement: NOTHING },
  byLevel: { A: NOTHING, B: NOTHING, C: NOTHING },
  pending: NOTHING,
  total: NOTHING,
  examples: [],
};

function plus(a: BeforeAfter, b: BeforeAfter): BeforeAfter {
  return { before: ore(a.before + b.before), after: ore(a.after + b.after) };
}

function sumOf(
  entries: readonly { readonly component: Component; readonly amountOre: Ore }[],
  component?: Component,
): Ore {
  return sumOre(
    entries.flatMap((entry) =>
      component === undefined || entry.component === component ? [entry.amountOre] : [],
    ),
  );
}

function exampleLines({ lines }: Evaluation): readonly ExampleLine[] {
  return lines.map(({ key, component, amountOre, because }) => ({
    key,
    component,
    amountOre,
    why: explainSv(because),
  }));
}

export function riseOf({ before, after }: BeforeAfter): number {
  return after - before;
}

/** The greatest rises and falls of all that are given. */
export function greatest(examples: readonly ImpactExample[]): readonly ImpactExample[] {
  const sorted = examples.toSorted(
    (a, b) => riseOf(b) - riseOf(a) || (a.placementId < b.placementId ? -1 : 1),
  );
  const rises = sorted.filter((example) => riseOf(example) > 0).slice(0, EXAMPLES_EACH_WAY);
  const falls = sorted.filter((example) => riseOf(example) < 0).slice(-EXAMPLES_EACH_WAY);
  return [...rises, ...falls];
}

export type Compared = Omit<ImpactExample, 'before' | 'after' | 'linesBefore' | 'linesAfter'> & {
  readonly before: Evaluation;
  readonly after: Evaluation;
};

/**
 * One placement under both versions, added to what is summed so far. `isExample` says whether it may be shown as an example:
 * participants with protected identity never are.
 */
export function addPlacement(impact: Impact, compared: Compared, isExample: boolean): Impact {
  const { before, after, level } = compared;
  const total = { before: sumOf(before.lines), after: sumOf(after.lines) };
  const component = (one: Component): BeforeAfter =>
    plus(impact.byComponent[one], { before: sumOf(before.lines, one), after: sumOf(after.lines, one) });
  const isChanged = total.before !== total.after;
  return {
    ...impact,
    placements: impact.placements + 1,
    changed: impact.changed + (isChanged ? 1 : 0),
    byComponent: {
      basePay: component('basePay'),
      resultPay: component('resultPay'),
      speedBonus: component('speedBonus'),
      supplement: component('supplement'),
    },
    byLevel: { ...impact.byLevel, [level]: plus(impact.byLevel[level], total) },
    pending: plus(impact.pending, { before: sumOf(before.pending), after: sumOf(after.pending) }),
    total: plus(impact.total, total),
    examples: isChanged && isExample ? withExample(impact.examples, compared, total) : impact.examples,
  };
}

/** The reasons are written out only for one that is among the greatest so far: they are long, and most are not. */
function withExample(
  examples: readonly ImpactExample[],
  { before, after, ...named }: Compared,
  total: BeforeAfter,
): readonly ImpactExample[] {
  const bare: ImpactExample = { ...named, ...total, linesBefore: [], linesAfter: [] };
  const kept = greatest([...examples, bare]);
  return kept.includes(bare)
    ? kept.map((one) =>
        one === bare ? { ...bare, linesBefore: exampleLines(before), linesAfter: exampleLines(after) } : one,
      )
    : examples;
}

/** A placement that the draft cannot calculate, by what is wrong. */
export function addNotCalculable(impact: Impact, code: string): Impact {
  const { notCalculable, placements } = impact;
  return {
    ...impact,
    placements: placements + 1,
    notCalculable: { ...notCalculable, [code]: (notCalculable[code] ?? 0) + 1 },
  };
}

function mergeCounts(a: Impact['notCalculable'], b: Impact['notCalculable']): Impact['notCalculable'] {
  return Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((code) => [
      code,
      (a[code] ?? 0) + (b[code] ?? 0),
    ]),
  );
}

/** The sum of two parts of the stock that share no placement. */
export function mergeImpacts(a: Impact, b: Impact): Impact {
  const component = (one: Component) => plus(a.byComponent[one], b.byComponent[one]);
  const level = (one: Level) => plus(a.byLevel[one], b.byLevel[one]);
  return {
    placements: a.placements + b.placements,
    changed: a.changed + b.changed,
    notCalculable: mergeCounts(a.notCalculable, b.notCalculable),
    statements: a.statements + b.statements,
    byComponent: {
      basePay: component('basePay'),
      resultPay: component('resultPay'),
      speedBonus: component('speedBonus'),
      supplement: component('supplement'),
    },
    byLevel: { A: level('A'), B: level('B'), C: level('C') },
    pending: plus(a.pending, b.pending),
    total: plus(a.total, b.total),
    examples: greatest([...a.examples, ...b.examples]),
  };
}
