import type {
  DocumentStatus,
  EndReason,
  Level,
  OutcomeFact,
  OutcomeType,
  PlacementFacts,
  ReportFact,
  ServicePeriod,
} from '#lib/domain/compensation/types.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What happened to one fact between two inputs of a placement. */
export type FactChange =
  | { readonly kind: 'agreement'; readonly before: string; readonly after: string }
  | { readonly kind: 'level'; readonly before: Level; readonly after: Level }
  | {
      readonly kind: 'periods';
      readonly before: readonly ServicePeriod[];
      readonly after: readonly ServicePeriod[];
    }
  | {
      readonly kind: 'end';
      readonly before: PlainDate | null;
      readonly after: PlainDate | null;
      readonly reason: EndReason | null;
    }
  | { readonly kind: 'relatedCompanies' }
  | {
      readonly kind: 'reportCame';
      readonly month: Month;
      readonly status: DocumentStatus;
      readonly on: PlainDate;
    }
  | { readonly kind: 'reportGone'; readonly month: Month }
  | {
      readonly kind: 'reportStatus';
      readonly month: Month;
      readonly before: DocumentStatus;
      readonly after: DocumentStatus;
    }
  | { readonly kind: 'reportReplaced'; readonly month: Month; readonly on: PlainDate }
  | { readonly kind: 'absences'; readonly added: number; readonly removed: number }
  | {
      readonly kind: 'outcomeCame';
      readonly type: OutcomeType;
      readonly from: PlainDate;
      readonly status: DocumentStatus;
    }
  | { readonly kind: 'outcomeGone' }
  | { readonly kind: 'outcomeStatus'; readonly before: DocumentStatus; readonly after: DocumentStatus }
  | { readonly kind: 'outcomeContent'; readonly type: OutcomeType; readonly from: PlainDate }
  | {
      readonly kind: 'verified';
      readonly before: PlainDate | null;
      readonly after: PlainDate | null;
    };

/** An input as it is stored: the facts, and the agreement version that they were put to. */
export type StoredInput = { readonly agreementName: string; readonly facts: PlacementFacts };

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => same(item, b[index]));
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return left.size === right.size && [...left].every(([key, value]) => same(value, right.get(key)));
}

function reportChanges(
  before: ReportFact | undefined,
  after: ReportFact | undefined,
  month: Month,
): readonly FactChange[] {
  if (before === undefined) {
    return after === undefined
      ? []
      : [{ kind: 'reportCame', month, status: after.status, on: after.submittedOn }];
  }
  if (after === undefined) return [{ kind: 'reportGone', month }];
  const changes: FactChange[] = [];
  if (before.submittedOn !== after.submittedOn) {
    changes.push({ kind: 'reportReplaced', month, on: after.submittedOn });
  }
  if (before.status !== after.status) {
    changes.push({ kind: 'reportStatus', month, before: before.status, after: after.status });
  }
  return changes;
}

function outcomeChanges(before: OutcomeFact | null, after: OutcomeFact | null): readonly FactChange[] {
  if (before === null) {
    return after === null
      ? []
      : [{ kind: 'outcomeCame', type: after.type, from: after.from, status: after.status }];
  }
  if (after === null) return [{ kind: 'outcomeGone' }];
  const content = ({ status: _status, verifiedThrough: _verified, ...rest }: OutcomeFact) => rest;
  const changes: FactChange[] = [];
  if (!same(content(before), content(after))) {
    changes.push({ kind: 'outcomeContent', type: after.type, from: after.from });
  }
  if (before.status !== after.status) {
    changes.push({ kind: 'outcomeStatus', before: before.status, after: after.status });
  }
  if (before.verifiedThrough !== after.verifiedThrough) {
    changes.push({ kind: 'verified', before: before.verifiedThrough, after: after.verifiedThrough });
  }
  return changes;
}

function placementChanges(
  { facts: { placement: a } }: StoredInput,
  { facts: { placement: b } }: StoredInput,
): readonly FactChange[] {
  const changes: FactChange[] = [];
  if (a.level !== b.level) changes.push({ kind: 'level', before: a.level, after: b.level });
  if (!same(a.periods, b.periods)) changes.push({ kind: 'periods', before: a.periods, after: b.periods });
  if (a.end !== b.end || a.endReason !== b.endReason) {
    changes.push({ kind: 'end', before: a.end, after: b.end, reason: b.endReason });
  }
  if (a.providerOrgNo !== b.providerOrgNo || !same(a.relatedOrgNos, b.relatedOrgNos)) {
    changes.push({ kind: 'relatedCompanies' });
  }
  return changes;
}

function absenceChanges(before: PlacementFacts, after: PlacementFacts): readonly FactChange[] {
  const named = (facts: PlacementFacts) => facts.absences.map(({ date, reason }) => `${date} ${reason}`);
  const [old, now] = [named(before), named(after)];
  const added = now.filter((absence) => !old.includes(absence)).length;
  const removed = old.filter((absence) => !now.includes(absence)).length;
  return added + removed === 0 ? [] : [{ kind: 'absences', added, removed }];
}

/**
 * Which facts of a placement differ between two stored inputs, agreement first, then placement, reports by month,
 * absences, outcome. What only follows from time or from earlier statements (`asOf`, `posted`) is no fact that changed.
 */
export function factChanges(before: StoredInput, after: StoredInput): readonly FactChange[] {
  const [old, now] = [before.facts, after.facts];
  const reportOf = (facts: PlacementFacts, month: Month) =>
    facts.reports.find((report) => report.month === month);
  const months = [...new Set([...old.reports, ...now.reports].map(({ month }) => month))].toSorted();
  return [
    ...(before.agreementName === after.agreementName
      ? []
      : [{ kind: 'agreement', before: before.agreementName, after: after.agreementName } as const]),
    ...placementChanges(before, after),
    ...months.flatMap((month) => reportChanges(reportOf(old, month), reportOf(now, month), month)),
    ...absenceChanges(old, now),
    ...outcomeChanges(old.outcome, now.outcome),
  ];
}
