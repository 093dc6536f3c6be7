import type { Effect } from '#lib/domain/effect/effect.ts';
import type { Level } from '#lib/domain/compensation/types.ts';
import type { PlannedItem } from '#lib/domain/placement-correction/plan-correction.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type FieldProblem, forbidden, type Problem } from '#lib/shared/problem.ts';

export const CORRECTION_STATUSES = ['draft', 'submitted', 'decided', 'declined', 'withdrawn'] as const;
export type CorrectionStatus = (typeof CORRECTION_STATUSES)[number];

/** The kronor of a correction for one placement, in öre without VAT, as a statement of that day would post them. */
export type ItemKronor = {
  readonly differenceOre: Ore;
  readonly nextBeforeOre: Ore;
  readonly nextOre: Ore;
};
export type CorrectionItem = PlannedItem & ItemKronor;

/** A placement as it stands when the correction is decided. */
export type ItemNow = { readonly level: Level; readonly agreementVersionId: string } & ItemKronor;

export function kronorOf({ differenceOre, nextBeforeOre, nextAfterOre }: Effect): ItemKronor {
  return { differenceOre, nextBeforeOre, nextOre: nextAfterOre };
}

/** A declared correction as its table has it. */
export type CorrectionHead = {
  readonly id: string;
  readonly version: number;
  readonly what: string;
  readonly occurredOn: PlainDate;
  readonly status: CorrectionStatus;
  readonly declaredByPersonId: string;
  readonly declaredByName: string;
  readonly declaredAt: string;
  readonly calculatedOn: PlainDate;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
};

export type CorrectionSums = {
  readonly placements: number;
  readonly providers: number;
  readonly differenceOre: Ore;
  readonly nextOre: Ore;
};
export type ListedCorrection = CorrectionHead & CorrectionSums;
export type ProviderSums = {
  readonly providerId: string;
  readonly providerName: string;
  readonly placements: number;
  readonly differenceOre: Ore;
  readonly nextOre: Ore;
};
export type ShownItem = CorrectionItem & { readonly providerName: string; readonly participantId: string };

export type CorrectionPage = {
  readonly today: PlainDate;
  readonly correction: ListedCorrection;
  readonly byProvider: readonly ProviderSums[];
  readonly items: readonly ShownItem[];
  readonly page: number;
  readonly pageSize: number;
  /** Of everything that is signed, the kronor of each placement included. */
  readonly contentHash: string;
  readonly ownDeclaration: boolean;
};

/** Who declared a correction does not decide on it. */
export function guardDecider(declaredByPersonId: string, personId: string): Problem | null {
  return declaredByPersonId === personId
    ? forbidden([
        {
          pointer: '',
          code: 'ownSubmission',
          message: 'Du har själv anmält rättelsen.',
          fix: 'Lämna den till en annan tjänsteansvarig.',
        },
      ])
    : null;
}

const MOST_NAMED = 20;

/** The placements that are no longer as the correction says, by reference: changed since, or with other kronor. */
export function staleItems(
  items: readonly CorrectionItem[],
  now: ReadonlyMap<string, ItemNow>,
): readonly FieldProblem[] {
  return items.flatMap((item): FieldProblem[] => {
    const stands = now.get(item.placementId);
    const { implementationReference: reference } = item;
    const tell = (code: string, message: string): FieldProblem[] => [{ pointer: '', code, message }];
    if (stands === undefined) return tell('placementGone', `${reference} går inte längre att se.`);
    if (stands.level !== item.fromLevel || stands.agreementVersionId !== item.fromAgreementVersionId)
      return tell(
        'placementChanged',
        `${reference} har fått en annan nivå eller avtalsversion sedan rättelsen anmäldes.`,
      );
    const same =
      stands.differenceOre === item.differenceOre &&
      stands.nextBeforeOre === item.nextBeforeOre &&
      stands.nextOre === item.nextOre;
    return same ? [] : tell('kronorChanged', `${reference} ger andra kronor i dag än när de räknades.`);
  });
}

/** Stale placements as one answer that names them (409). */
export function staleProblem(stale: readonly FieldProblem[]): Problem {
  const named = stale.slice(0, MOST_NAMED);
  const rest = stale.length - named.length;
  const more: FieldProblem[] =
    rest === 0 ? [] : [{ pointer: '', code: 'more', message: `Och ${rest} placeringar till.` }];
  return conflict([...named, ...more], {
    code: 'correctionStale',
    title: {
      sv: 'Något har ändrats sedan kronorna räknades. Räkna om innan du beslutar.',
      en: 'Something has changed since the kronor were calculated. Calculate again before you decide.',
    },
  });
}
