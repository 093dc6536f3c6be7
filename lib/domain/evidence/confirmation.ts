import type { OutcomeType } from '#lib/domain/compensation/types.ts';
import { type Days, type Employer, employerKey } from '#lib/domain/evidence/evidence.ts';
import { isCurrent, type OutcomeSpell, type OutcomeStatus } from '#lib/domain/outcome/outcome.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** How long a link to an employer works, in days, and how long its secret is (base64url of 32 bytes). */
export const CONFIRMATION_DAYS = 21;

export const ANSWER_KINDS = ['confirmed', 'corrected', 'denied'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** What an employer answers. Days and extent only where they correct what was asked; `to` null: it goes on. */
export type EmployerAnswer =
  | { readonly kind: 'confirmed' | 'denied' }
  | {
      readonly kind: 'corrected';
      readonly from: PlainDate;
      readonly to: PlainDate | null;
      readonly extentPercent: number;
    };

/** The spell that an employer is asked about. */
export type AskedSpell = Employer & {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly extentPercent: number;
};

/** What is behind a link, as far as somebody without account may come to know it. */
export type AskedConfirmation = AskedSpell & {
  readonly id: string;
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly isProtected: boolean;
  readonly providerName: string;
  readonly askedByPersonId: string;
  readonly type: OutcomeType;
  readonly contactName: string;
  readonly locale: 'sv' | 'en';
  /** Instants, ISO 8601 in UTC. */
  readonly askedAt: string;
  readonly expiresAt: string;
  readonly endedAs: 'revoked' | 'replaced' | null;
  readonly currentOutcomeId: string | null;
  readonly currentStatus: OutcomeStatus | null;
  readonly currentSpells: readonly OutcomeSpell[];
  readonly answer: {
    readonly kind: AnswerKind;
    readonly name: string;
    readonly answeredAt: string;
    readonly contentHash: string;
  } | null;
};

/**
 * How a link stands. Only an `open` one is answered. `corrected`: the provider now tells other days or extents;
 * `otherEmployer`: the outcome no longer names this employer; `withdrawn`: nothing is claimed any more.
 */
export const CONFIRMATION_STATES = [
  'open',
  'answered',
  'revoked',
  'replaced',
  'expired',
  'withdrawn',
  'otherEmployer',
  'corrected',
] as const;
export type ConfirmationState = (typeof CONFIRMATION_STATES)[number];

/** How a link stands at an instant (ISO 8601 in UTC): what has been said stands first, then what its makers did, then time. */
export function confirmationState(asked: AskedConfirmation, now: string): ConfirmationState {
  if (asked.answer !== null) return 'answered';
  if (asked.endedAs !== null) return asked.endedAs;
  if (asked.isProtected) return 'revoked';
  if (asked.expiresAt <= now) return 'expired';
  const { currentStatus, currentSpells } = asked;
  if (currentStatus === null || !isCurrent(currentStatus) || currentStatus === 'rejected') return 'withdrawn';
  const own = currentSpells.filter((spell) => employerKey(spell) === employerKey(asked));
  if (own.length === 0) return 'otherEmployer';
  const stands = own.some(
    ({ from, to, extentPercent }) =>
      from === asked.from && to === asked.to && extentPercent === asked.extentPercent,
  );
  return stands ? 'open' : 'corrected';
}

/** What an answer of a day shows: the days up to and with that day, or to the end; null where there are none. */
export function answerCovers(
  answer: EmployerAnswer,
  asked: AskedSpell,
  answeredOn: PlainDate,
): { readonly days: Days; readonly extentPercent: number } | null {
  if (answer.kind === 'denied') return null;
  const { from, to, extentPercent } = answer.kind === 'corrected' ? answer : asked;
  const until = addDays(answeredOn, 1);
  const end = to !== null && to < until ? to : until;
  return from < end ? { days: { from, to: end }, extentPercent } : null;
}
