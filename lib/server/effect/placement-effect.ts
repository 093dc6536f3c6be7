import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';
import { type Effect, effectOf } from '#lib/domain/effect/effect.ts';
import { type PlacementPatch, patchFacts } from '#lib/domain/effect/patch-facts.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type AgreementVersions, loadAgreementVersions } from '#lib/server/statement/agreement-versions.ts';
import {
  claimedFactsOf,
  findPlacementRow,
  findPlacementRows,
  type PlacementRow,
  scaledFacts,
} from '#lib/server/statement/placement-facts.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A placement as a statement with today as its cut-off would take it, and the agreement versions there are. */
export type PlacementMoney = {
  readonly facts: PlacementFacts;
  /** The facts before the outcome's extents are counted against what the participant wants. */
  readonly claimed: PlacementFacts;
  readonly wantedExtentPercent: number;
  readonly agreement: AgreementVersion;
  readonly agreements: AgreementVersions;
};

/** Throws where the facts are wrong or an agreement is missing: a run would stop there too. */
function moneyOf(row: PlacementRow, agreements: AgreementVersions, today: PlainDate): PlacementMoney {
  const claimed = claimedFactsOf(row, today);
  if (!claimed.ok)
    throw new Error(`The facts of placement ${row.id} are wrong: ${JSON.stringify(claimed.error)}`);
  const { wantedExtentPercent } = row;
  return {
    facts: scaledFacts(claimed.value, wantedExtentPercent),
    claimed: claimed.value,
    wantedExtentPercent,
    agreement: agreementOf(agreements, row.agreementVersionId),
    agreements,
  };
}

function agreementOf(agreements: AgreementVersions, id: string): AgreementVersion {
  const agreement = agreements.get(id);
  if (agreement === undefined) throw new Error(`No agreement version ${id}`);
  return agreement;
}

/** What a statement made today would rest on for one placement; null where the reader sees none. */
export async function placementMoney(
  tx: Tx,
  placementId: string,
  today: PlainDate,
): Promise<PlacementMoney | null> {
  const row = await findPlacementRow(tx, placementId, today);
  return row === null ? null : moneyOf(row, await loadAgreementVersions(tx), today);
}

/** What is decided of a placement or of how much its participant wants to work. Outcomes as they are claimed. */
export type MoneyPatch = PlacementPatch & { readonly wantedExtentPercent?: number };

/** What a decision would do to a placement's money, from what {@link placementMoney} read. */
export function effectFor(money: PlacementMoney, patch: MoneyPatch): Effect {
  const { facts, agreement, agreements } = money;
  const after =
    patch.agreementVersionId === undefined ? agreement : agreementOf(agreements, patch.agreementVersionId);
  return effectOf(agreement, facts, after, factsAfter(money, patch));
}

/** The money as it stands after a decision, for what the next one would do. */
export function moneyAfter(money: PlacementMoney, patch: PlacementPatch): PlacementMoney {
  return { ...money, facts: factsAfter(money, patch), claimed: patchFacts(money.claimed, patch) };
}

/** The facts as they would be after a decision, the outcome counted against the wanted extent. */
export function factsAfter(money: PlacementMoney, patch: MoneyPatch): PlacementFacts {
  const wanted = patch.wantedExtentPercent ?? money.wantedExtentPercent;
  return scaledFacts(patchFacts(money.claimed, patch), wanted);
}

/**
 * What a decision would do to the money of a placement, as a statement with today as its cut-off would post it: to be
 * shown before it is made. Null where the reader sees no such placement.
 */
export async function placementEffect(
  tx: Tx,
  placementId: string,
  patch: MoneyPatch,
  today: PlainDate,
): Promise<Effect | null> {
  const money = await placementMoney(tx, placementId, today);
  return money === null ? null : effectFor(money, patch);
}

/** The same for many placements at once, in batches; those that the reader does not see are left out. */
export async function placementMoneys(
  tx: Tx,
  placementIds: readonly string[],
  today: PlainDate,
): Promise<ReadonlyMap<string, PlacementMoney>> {
  const agreements = await loadAgreementVersions(tx);
  const moneys = new Map<string, PlacementMoney>();
  for (let at = 0; at < placementIds.length; at += BATCH) {
    for (const row of await findPlacementRows(tx, placementIds.slice(at, at + BATCH), today)) {
      moneys.set(row.id, moneyOf(row, agreements, today));
    }
  }
  return moneys;
}

const BATCH = 500;
