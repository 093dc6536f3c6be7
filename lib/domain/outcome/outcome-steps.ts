import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';
import type { DocumentStatus } from '#lib/domain/document/document.ts';
import { outcomeClock } from '#lib/domain/outcome/outcome-clock.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/**
 * What comes next on the way from signal to pay, and the day of it (null: nothing to miss).
 * `signalAwaits` a caseworker · `signalReturned` to be completed · `report` the outcome, from its first day ·
 * `reportAwaits` a reviewer, `reportReturned` to be completed, `rejected`, `notPayable` nothing of it counts ·
 * `milestone` the day of the next one, evidence has to reach it · `evidence` it has come and evidence does not reach · `done`.
 */
export type OutcomeStep = {
  readonly kind:
    | 'signalAwaits'
    | 'signalReturned'
    | 'report'
    | 'reportAwaits'
    | 'reportReturned'
    | 'rejected'
    | 'notPayable'
    | 'milestone'
    | 'evidence'
    | 'done';
  readonly day: PlainDate | null;
};

type Given = {
  readonly agreement: AgreementVersion;
  readonly facts: PlacementFacts;
  /** The signal that stands, where no outcome does. */
  readonly signal: { readonly status: DocumentStatus; readonly from: PlainDate } | null;
};

/** The next step of a placement with a signal or an outcome (compensation model section 4; service description section 3, steps 8–10). */
export function outcomeStep({ agreement, facts, signal }: Given): OutcomeStep {
  const { outcome, asOf } = facts;
  if (outcome === null) {
    if (signal === null) return { kind: 'done', day: null };
    if (signal.status === 'approved') return { kind: 'report', day: signal.from };
    return { kind: signal.status === 'returned' ? 'signalReturned' : 'signalAwaits', day: null };
  }
  if (outcome.status === 'rejected') return { kind: 'rejected', day: null };
  if (outcome.status === 'returned') return { kind: 'reportReturned', day: null };
  const clock = outcomeClock(agreement, facts);
  if (clock === null || typeof clock === 'string') return { kind: 'notPayable', day: null };
  const { verifiedThrough } = outcome;
  const next = clock.milestones.find(({ dueOn }) => verifiedThrough === null || verifiedThrough < dueOn);
  if (next !== undefined && next.dueOn <= asOf) return { kind: 'evidence', day: next.dueOn };
  if (outcome.status === 'submitted') return { kind: 'reportAwaits', day: next?.dueOn ?? null };
  return next === undefined ? { kind: 'done', day: null } : { kind: 'milestone', day: next.dueOn };
}

/** The order of a list: what has a day by its day, what waits on somebody without one before, what is over last. */
export function byStep(a: OutcomeStep, b: OutcomeStep): number {
  const [left, right] = [rank(a), rank(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function rank({ kind, day }: OutcomeStep): string {
  if (kind === 'signalReturned' || kind === 'reportReturned') return '0';
  if (kind === 'done' || kind === 'rejected' || kind === 'notPayable') return '9999-99';
  return day ?? '1';
}
