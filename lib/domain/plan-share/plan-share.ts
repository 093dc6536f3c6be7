import type { PlanVersion } from '#lib/domain/activity/plan-version.ts';
import { type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';

/** Days that a link to a plan can be valid (choice section 3). */
export const SHARE_DAYS = [1, 7, 30] as const;
export type ShareDays = (typeof SHARE_DAYS)[number];

/** Most links of one participant that stand at the same time. */
export const MOST_SHARES = 10;

/** Most characters of whom a link is for. */
export const LONGEST_RECIPIENT = 80;

/** Openings of a link that are listed one by one. */
export const OPENINGS_SHOWN = 10;

/** How a link stands: it works, the participant has closed it, its days are over, or the time with the provider is. */
export type ShareState = 'open' | 'closed' | 'expired' | 'ended';

/** A link to a plan as its participant sees it. Instants are ISO 8601. */
export type PlanShare = {
  readonly id: string;
  /** Whom it is for, in the participant's own words. */
  readonly recipient: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly closedAt: string | null;
  /** First day no longer with the provider. */
  readonly placementEndsOn: PlainDate;
  readonly opened: number;
  /** The latest first, at most {@link OPENINGS_SHOWN}. */
  readonly openings: readonly string[];
};

/** How a link stands at an instant. What the participant closed is closed, whatever else is over. */
export function shareState(
  { closedAt, expiresAt, placementEndsOn }: Pick<PlanShare, 'closedAt' | 'expiresAt' | 'placementEndsOn'>,
  now: Date,
): ShareState {
  if (closedAt !== null) return 'closed';
  if (now >= new Date(expiresAt)) return 'expired';
  return plainDateFromDate(now) >= placementEndsOn ? 'ended' : 'open';
}

/** When a link that is made now no longer works. */
export function expiryOf(now: Date, days: ShareDays): Date {
  return new Date(now.getTime() + days * 86_400_000);
}

/** What a new link is held against. */
export type SharedPlacement = {
  /** First day no longer with the provider. */
  readonly endsOn: PlainDate;
  readonly protected: boolean;
  /** Links of the participant that stand. */
  readonly open: number;
};

/** Why no link can be made, or null: the time is over, the identity is protected, or ten stand already. */
export function refuseSharing(
  { endsOn, protected: isProtected, open }: SharedPlacement,
  today: PlainDate,
): Problem | null {
  if (isProtected)
    return refusal(
      'protectedShare',
      'Du har skyddade personuppgifter. Planen går inte att dela med en länk.',
      'Your identity is protected. The plan cannot be shared by a link.',
    );
  if (today >= endsOn)
    return refusal(
      'placementOver',
      'Din tid hos leverantören är slut. Planen går inte att dela längre.',
      'Your time with the provider is over. The plan can no longer be shared.',
    );
  if (open >= MOST_SHARES)
    return refusal(
      'tooManyShares',
      'Du har redan tio länkar. Stäng en av dem först.',
      'You have ten links already. Close one of them first.',
    );
  return null;
}

/** Null where a link can be closed: once. */
export function refuseClosing({ closedAt }: Pick<PlanShare, 'closedAt'>): Problem | null {
  return closedAt === null
    ? null
    : refusal('shareClosed', 'Länken är redan stängd.', 'The link is closed already.');
}

function refusal(code: string, sv: string, en: string): Problem {
  return conflict([], { code, title: { sv, en } });
}

/** The participant's links, and what they can do. */
export type OwnPlanShares = {
  readonly participantId: string;
  readonly shares: readonly PlanShare[];
  /** Why no link can be made; null where one can, or where there is no plan. */
  readonly refused: string | null;
  readonly hasPlan: boolean;
  /** The secret of a link that was just made: this once. */
  readonly secret: string | null;
  /** The instant that the page was made, ISO 8601. */
  readonly now: string;
};

/** What is behind a link. */
export type SharedPlan =
  | { readonly state: Exclude<ShareState, 'open'> }
  | {
      readonly state: 'open';
      readonly shareId: string;
      readonly provider: string;
      readonly expiresAt: string;
      readonly plan: PlanVersion;
    };
