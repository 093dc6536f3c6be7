import type { ProviderRole } from '#lib/domain/actor/role.ts';
import type { EndReason } from '#lib/domain/compensation/types.ts';
import type { DocumentKind, DocumentStatus } from '#lib/domain/document/document.ts';
import { documentFormPath } from '#lib/domain/document/document-path.ts';
import { ASKED_AHEAD_DAYS } from '#lib/domain/placement-decision/extend-placement.ts';
import type { PlanDue } from '#lib/domain/plan/plan-due.ts';
import type { Month } from '#lib/shared/month.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** What the actions of a participant's card depend on. `to` is the first day no longer in the service. */
export type CardActionFacts = {
  readonly placementId: string;
  readonly today: PlainDate;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly endReason: EndReason | null;
  readonly hasCoach: boolean;
  readonly planDue: PlanDue | null;
  /** The month to report next that is over, with the last day in time. */
  readonly reportDue: { readonly month: Month; readonly dueOn: PlainDate } | null;
  /** Last day in time for the basis for an extension, while it is asked for and not sent; else null. */
  readonly extensionDue: PlainDate | null;
  /** Last day in time for the final report, while it is not sent; else null. */
  readonly finalReportDue: PlainDate | null;
  /** Whether the participant came here from another provider. */
  readonly cameBySwitch: boolean;
  /** Service periods as they were decided, in order, half-open. */
  readonly periods: readonly { readonly number: number; readonly from: PlainDate; readonly to: PlainDate }[];
  /** The outcome report that stands, if any. */
  readonly outcomeId: string | null;
  /** The current version of each document. */
  readonly documents: readonly { readonly kind: DocumentKind; readonly status: DocumentStatus }[];
};

type Way = { readonly href: string; readonly due: PlainDate | null };
/** Null where the role has nothing to do with it here, or it cannot be done now. */
type Rule = (facts: CardActionFacts, role: ProviderRole) => Way | null;

const hasBegun = ({ from, today }: CardActionFacts) => from <= today;
/** Statuses of a signal that stands. */
const STANDING: readonly DocumentStatus[] = ['submitted', 'inReview', 'returned', 'approved'];
/** Days after the end in which a signal is offered; the form itself holds the agreement's window. */
const SIGNALLED_AFTER_DAYS = 62;
/** Statuses of a case that is not settled. */
const OPEN: readonly DocumentStatus[] = ['submitted', 'inReview', 'returned'];
/** Days ahead from which a due day makes an action one of the first. */
const NEAR_DAYS = 14;

const goesOn = ({ to, today }: CardActionFacts) => to > today;

/**
 * What can be done for a participant from their card, in the order in which it is shown. One entry is one action: its key
 * is the kind, and its words stand under that key in `participants.actions`.
 */
const RULES = {
  assignCoach: (facts, role) =>
    (role === 'intake' || role === 'providerAdmin') && !facts.hasCoach && goesOn(facts)
      ? { href: '#coach', due: facts.from }
      : null,
  plan: ({ placementId, planDue }, role) =>
    role === 'coach' && planDue !== null
      ? { href: `/provider/participants/${placementId}/plan`, due: planDue.dueOn }
      : null,
  log: (facts, role) =>
    role === 'coach' && hasBegun(facts) && goesOn(facts)
      ? { href: `/provider/log?participant=${facts.placementId}`, due: null }
      : null,
  deviationReport: (facts, role) =>
    role !== 'intake' && role !== 'providerAdmin' && hasBegun(facts) && goesOn(facts)
      ? { href: documentFormPath(facts.placementId, 'deviationReport'), due: null }
      : null,
  extension: ({ placementId, extensionDue, today }, role) =>
    role !== 'intake' &&
    role !== 'providerAdmin' &&
    extensionDue !== null &&
    today >= addDays(extensionDue, -ASKED_AHEAD_DAYS)
      ? { href: documentFormPath(placementId, 'extension'), due: extensionDue }
      : null,
  interruptionRequest: (facts, role) =>
    role !== 'intake' &&
    role !== 'providerAdmin' &&
    hasBegun(facts) &&
    goesOn(facts) &&
    facts.endReason === null &&
    !facts.documents.some(({ kind, status }) => kind === 'interruptionRequest' && OPEN.includes(status))
      ? { href: documentFormPath(facts.placementId, 'interruptionRequest'), due: null }
      : null,
  supportedEmployment: (facts, role) =>
    role !== 'intake' && role !== 'providerAdmin' && hasBegun(facts) && goesOn(facts)
      ? { href: documentFormPath(facts.placementId, 'supportedEmployment'), due: null }
      : null,
  signal: (facts, role) =>
    role !== 'intake' &&
    role !== 'providerAdmin' &&
    hasBegun(facts) &&
    facts.endReason !== 'switch' &&
    facts.today <= addDays(facts.to, SIGNALLED_AFTER_DAYS) &&
    facts.outcomeId === null &&
    !facts.documents.some(({ kind, status }) => kind === 'signal' && STANDING.includes(status))
      ? { href: documentFormPath(facts.placementId, 'signal'), due: null }
      : null,
  outcomeReport: ({ placementId, outcomeId, documents }, role) =>
    role !== 'intake' &&
    role !== 'providerAdmin' &&
    outcomeId === null &&
    documents.some(({ kind, status }) => kind === 'signal' && status === 'approved')
      ? { href: `/provider/outcomes/new?placement=${placementId}`, due: null }
      : null,
  outcome: ({ outcomeId }, role) =>
    role !== 'intake' && outcomeId !== null ? { href: `/provider/outcomes/${outcomeId}`, due: null } : null,
  informativeReport: (facts, role) =>
    role !== 'intake' && role !== 'providerAdmin' && hasBegun(facts)
      ? { href: documentFormPath(facts.placementId, 'informativeReport'), due: null }
      : null,
  finalReport: ({ placementId, finalReportDue, to, today, from }, role) =>
    role !== 'intake' &&
    role !== 'providerAdmin' &&
    finalReportDue !== null &&
    to > from &&
    today >= addDays(to, -NEAR_DAYS)
      ? { href: documentFormPath(placementId, 'finalReport'), due: finalReportDue }
      : null,
  fromBefore: (facts, role) =>
    (role === 'coach' || role === 'intake') && facts.cameBySwitch && goesOn(facts)
      ? { href: `/provider/participants/${facts.placementId}/before`, due: null }
      : null,
  report: ({ placementId, reportDue }, role) =>
    role !== 'intake' && role !== 'providerAdmin' && reportDue !== null
      ? { href: `/provider/months/${reportDue.month}/${placementId}`, due: reportDue.dueOn }
      : null,
} as const satisfies Readonly<Record<string, Rule>>;

export type CardActionKind = keyof typeof RULES;

export type CardAction = {
  readonly kind: CardActionKind;
  readonly href: string;
  /** Key of the words in the catalogue. */
  readonly words: `participants.actions.${CardActionKind}`;
  /** Last day in time; null where there is none. */
  readonly due: PlainDate | null;
};

/**
 * What the role can do for a participant now: what is due within 14 days first, by its day, then the rest in the order of
 * the rules.
 */
export function cardActions(facts: CardActionFacts, role: ProviderRole): readonly CardAction[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant object
  const kinds = Object.keys(RULES) as CardActionKind[];
  const actions = kinds.flatMap((kind): CardAction[] => {
    const rule: Rule = RULES[kind];
    const way = rule(facts, role);
    return way === null ? [] : [{ kind, ...way, words: `participants.actions.${kind}` }];
  });
  const near = addDays(facts.today, NEAR_DAYS);
  const rank = ({ due }: CardAction) => (due !== null && due <= near ? due : '9999');
  return actions.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}
