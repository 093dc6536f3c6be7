import { NEAR_DAYS, type QualityState, type Standing } from '#lib/domain/quality/standing.ts';
import { daysBetween, type PlainDate } from '#lib/shared/plain-date.ts';

/** A placement that has ended: the last day of its final report, and when that came in; null while it has not. */
export type EndedPlacement = { readonly dueOn: PlainDate; readonly submittedOn: PlainDate | null };

/**
 * An office's final reports are in within the terms' working days (service description sections 5 and 6). `ended` are the
 * placements of the last three months; a report that came late stays late as long as they are looked at.
 */
export function finalReportsInTime(
  ended: readonly EndedPlacement[],
  today: PlainDate,
): Standing<'finalReport'> {
  const isLate = ({ dueOn, submittedOn }: EndedPlacement) => submittedOn !== null && submittedOn > dueOn;
  const open = ended.filter(({ submittedOn }) => submittedOn === null);
  const missing = open.filter(({ dueOn }) => dueOn < today);
  const soon = open.filter(({ dueOn }) => dueOn >= today && daysBetween(today, dueOn) <= NEAR_DAYS);
  const late = ended.filter(isLate).length;
  const all = ended.length;
  const as = (state: QualityState, because: Standing['because']): Standing<'finalReport'> => ({
    requirement: 'finalReport',
    state,
    value: ended.filter((each) => each.submittedOn !== null && !isLate(each)).length,
    limit: all,
    since: null,
    until: open.map(({ dueOn }) => dueOn).toSorted()[0] ?? null,
    because,
  });
  if (missing.length > 0)
    return as('broken', { code: 'FINAL_REPORTS_MISSING', missing: missing.length, ended: all, late });
  if (late > 0) return as('broken', { code: 'FINAL_REPORTS_LATE', late, ended: all });
  if (soon.length > 0) return as('near', { code: 'FINAL_REPORTS_SOON', soon: soon.length, ended: all });
  return open.length === all
    ? as('met', { code: 'FINAL_REPORTS_NONE' })
    : as('met', { code: 'FINAL_REPORTS_SENT', ended: all - open.length });
}

/** Answers below which a share tells of chance. */
export const LEAST_ANSWERS = 5;

/** The share to aim at, per mille. The contract names none, so less of it is never a breach. */
export const PLANABLE_PERMILLE = 800;

/**
 * The share of caseworkers' answers that say that one can plan from the office's final reports; what is partly so counts
 * half. Unknown below five answers.
 */
export function planable({
  yes,
  partly,
  no,
}: Readonly<Record<'yes' | 'partly' | 'no', number>>): Standing<'planable'> {
  const answers = yes + partly + no;
  const common = { requirement: 'planable', limit: PLANABLE_PERMILLE, since: null, until: null } as const;
  if (answers < LEAST_ANSWERS)
    return {
      ...common,
      state: 'unknown',
      value: null,
      because: { code: 'PLANABLE_UNKNOWN', answers, least: LEAST_ANSWERS },
    };
  const permille = Math.floor(((yes * 2 + partly) * 500) / answers);
  const facts = { permille, least: PLANABLE_PERMILLE, answers };
  return permille < PLANABLE_PERMILLE
    ? { ...common, state: 'near', value: permille, because: { code: 'PLANABLE_LOW', ...facts } }
    : { ...common, state: 'met', value: permille, because: { code: 'PLANABLE_ENOUGH', ...facts } };
}
