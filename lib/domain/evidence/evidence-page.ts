import type { AnswerKind } from '#lib/domain/evidence/confirmation.ts';
import {
  type Answered,
  type Days,
  type Employer,
  employerKey,
  type EvidenceSource,
  type FileKind,
} from '#lib/domain/evidence/evidence.ts';
import type { MediaType } from '#lib/domain/evidence/file-fault.ts';
import { type Coverage, firstClaimedDay, verifiedThrough } from '#lib/domain/evidence/verified-through.ts';
import type { OutcomePlacement, StoredOutcome } from '#lib/domain/outcome/outcome-page.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

export type EvidenceKind = FileKind | 'employerConfirmation' | 'incomeMonth';

/** A piece of evidence with what has been thought of it. Instants in ISO 8601. */
export type EvidenceItem = Employer & {
  readonly id: string;
  readonly source: EvidenceSource;
  readonly kind: EvidenceKind;
  readonly covers: Days | null;
  readonly extentPercent: number | null;
  readonly answered: Answered | null;
  readonly givenAt: string;
  readonly givenByPersonId: string | null;
  readonly givenByName: string | null;
  readonly withdrawnAt: string | null;
  readonly file: {
    readonly name: string;
    readonly mediaType: MediaType;
    readonly size: number;
    readonly sha256: string;
    /** Placements of others that the reader sees, with the very same file. */
    readonly elsewhere: number;
  } | null;
  readonly employerAnswer: {
    readonly kind: AnswerKind;
    readonly name: string;
    readonly role: string;
    readonly text: string;
    readonly email: string;
    readonly contactName: string;
  } | null;
  readonly verdict: {
    readonly accepted: boolean;
    readonly reason: string | null;
    readonly at: string;
    readonly name: string | null;
  } | null;
};

/** A question to an employer, as those who asked and those who judge see it. */
export type ShownConfirmation = Employer & {
  readonly id: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly extentPercent: number;
  readonly email: string;
  readonly contactName: string;
  readonly askedAt: string;
  readonly askedByName: string | null;
  readonly expiresAt: string;
  readonly endedAs: 'revoked' | 'replaced' | null;
  readonly answered: boolean;
};

/** What an outcome's evidence covers: if all of it is accepted, and as far as it has been. */
export type EvidenceStanding = {
  readonly items: readonly EvidenceItem[];
  readonly offered: Coverage;
  readonly accepted: Coverage;
};

export type EvidencePage = EvidenceStanding & {
  readonly today: PlainDate;
  readonly now: string;
  readonly placement: OutcomePlacement;
  readonly outcome: StoredOutcome;
  readonly isProtected: boolean;
  readonly confirmations: readonly ShownConfirmation[];
};

/** Whether a piece is of an employer that the outcome still names. */
export function isClaimed(item: Employer, { spells }: Pick<StoredOutcome, 'spells'>): boolean {
  return spells.some((spell) => employerKey(spell) === employerKey(item));
}

/** What stands of the evidence through today (service description section 5): of what is offered, and of what is accepted. */
export function standingOfEvidence(
  outcome: Pick<StoredOutcome, 'from' | 'spells'>,
  items: readonly EvidenceItem[],
  today: PlainDate,
): EvidenceStanding {
  const until = addDays(today, 1);
  const start = firstClaimedDay(outcome) ?? until;
  const span = { start: start < until ? start : until, until };
  const standing = items.filter(({ withdrawnAt }) => withdrawnAt === null);
  const offered = standing.filter(({ verdict }) => verdict?.accepted !== false);
  // What an employer says against the claim counts until somebody has declined it.
  const accepted = offered
    .filter(
      ({ verdict, employerAnswer: said }) =>
        verdict?.accepted === true || (said !== null && said.kind !== 'confirmed'),
    )
    .map((item) => ({ ...item, doubtsOnly: item.verdict?.accepted !== true }));
  return {
    items,
    offered: verifiedThrough(outcome, offered, span),
    accepted: verifiedThrough(outcome, accepted, span),
  };
}
