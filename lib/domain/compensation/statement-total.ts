import { multiplyPermille, type Ore, ore, roundToKrona, sumOre, ZERO_ORE } from '#lib/shared/money.ts';

/** A placement's delta on a statement, with the VAT rate of the agreement version it is under. */
export type StatementDelta = { readonly vatPermille: number; readonly amountOre: Ore };

export type VatRow = { readonly vatPermille: number; readonly netOre: Ore; readonly vatOre: Ore };

/** The sums of one statement. Always `paidOre + carriedOutOre = balanceOre + roundingOre`. */
export type StatementTotal = {
  readonly netOre: Ore;
  /** One row for each VAT rate that occurs, the lowest first. */
  readonly vat: readonly VatRow[];
  readonly vatOre: Ore;
  readonly carriedInOre: Ore;
  readonly balanceOre: Ore;
  /** What is added to pay whole kronor (öresutjämning), a line of its own; zero where nothing is paid. */
  readonly roundingOre: Ore;
  readonly paidOre: Ore;
  readonly carriedOutOre: Ore;
};

/**
 * The sums of a statement in öre (compensation model section 6): VAT is rounded once per rate, a balance that rounds
 * to at least one whole krona is paid, and any other is carried, unrounded, to the next statement.
 * Throws OreOutOfRangeError where a sum cannot be held exactly.
 */
export function statementTotal(deltas: readonly StatementDelta[], carriedInOre: Ore): StatementTotal {
  const byRate = Map.groupBy(deltas, ({ vatPermille }) => vatPermille);
  const vat = [...byRate]
    .toSorted(([a], [b]) => a - b)
    .map(([vatPermille, ofRate]) => {
      const netOre = sumOre(ofRate.map(({ amountOre }) => amountOre));
      return { vatPermille, netOre, vatOre: multiplyPermille(netOre, vatPermille) };
    });
  const netOre = sumOre(vat.map((row) => row.netOre));
  const vatOre = sumOre(vat.map((row) => row.vatOre));
  const balanceOre = sumOre([netOre, vatOre, carriedInOre]);
  const rounded = roundToKrona(balanceOre);
  const isPaid = rounded >= 100;
  return {
    netOre,
    vat,
    vatOre,
    carriedInOre,
    balanceOre,
    roundingOre: isPaid ? ore(rounded - balanceOre) : ZERO_ORE,
    paidOre: isPaid ? rounded : ZERO_ORE,
    carriedOutOre: isPaid ? ZERO_ORE : balanceOre,
  };
}
