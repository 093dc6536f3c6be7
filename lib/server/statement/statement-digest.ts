import { createHash } from 'node:crypto';
import type { StatementTotal } from '#lib/domain/compensation/statement-total.ts';
import { canonicalJson } from '#lib/server/canonical-json.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Head = { readonly providerId: string; readonly cutOff: PlainDate; readonly balanceInOre: Ore };
type Entry = {
  readonly placementId: string;
  readonly inputHash: string;
  /** By key in code-unit order. */
  readonly lines: readonly { readonly key: string; readonly amountOre: Ore }[];
};
type Sums = Pick<StatementTotal, 'netOre' | 'vatOre' | 'roundingOre' | 'paidOre' | 'carriedOutOre'>;

/**
 * The checksum of a statement: SHA-256 over its head, each placement's input and lines in the order of the placements'
 * ids, and its sums, one canonical JSON text a line. Fed as the statement is made, so that memory stays bounded.
 */
export class StatementDigest {
  readonly #hash = createHash('sha256');

  constructor({ providerId, cutOff, balanceInOre }: Head) {
    this.#add({ providerId, cutOff, balanceInOre });
  }

  addEntry({ placementId, inputHash, lines }: Entry): void {
    this.#add({ placementId, inputHash, lines: lines.map(({ key, amountOre }) => [key, amountOre]) });
  }

  /** The checksum in hexadecimal; nothing can be added after it. */
  close({ netOre, vatOre, roundingOre, paidOre, carriedOutOre }: Sums): string {
    this.#add({ netOre, vatOre, roundingOre, paidOre, carriedOutOre });
    return this.#hash.digest('hex');
  }

  #add(part: unknown): void {
    this.#hash.update(`${canonicalJson(part)}\n`);
  }
}
