import { type CalculatorState, OWN_AGREEMENT } from '#lib/domain/calculator/calculator-state.ts';
import { addDays, parsePlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** The provider of every made-up placement; `ownEmployer` marks work with it. */
const PROVIDER_ORG_NO = '5560360793';

/** The day after a last day: the model's ends are not in it. What is no date stays, to be told as a fault. */
function dayAfter(text: string): string {
  const date = parsePlainDate(text);
  return date === null ? text : addDays(date, 1);
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function dayAfterOrNull(text: string): string | null {
  return text === '' ? null : dayAfter(text);
}

function whole(text: string): number | string {
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

/** The facts of a placement (compensation model section 2) that a form tells, not yet judged. */
export function factsOfState({ fields, periods, reports, absences, spells }: CalculatorState): unknown {
  return {
    placement: {
      id: 'exempel',
      level: fields.level,
      providerOrgNo: PROVIDER_ORG_NO,
      relatedOrgNos: [],
      periods: periods.map(({ number, from, to }) => ({ number: whole(number), from, to: dayAfter(to) })),
      end: dayAfterOrNull(fields.end),
      endReason: orNull(fields.endReason),
    },
    reports: reports.map(({ month, status, submittedOn }) => ({ month, status, submittedOn })),
    absences: absences.map(({ date, reason }) => ({ date, reason })),
    outcome:
      fields['outcome.type'] === ''
        ? null
        : {
            type: fields['outcome.type'],
            status: fields['outcome.status'],
            from: fields['outcome.from'],
            signalledOn: fields['outcome.signalledOn'],
            appliedOn: orNull(fields['outcome.appliedOn']),
            verifiedThrough: dayAfterOrNull(fields['outcome.verifiedThrough']),
            spells: spells.map(({ from, to, extentPercent, ownEmployer }) => ({
              from,
              to: dayAfterOrNull(to),
              extentPercent: whole(extentPercent),
              employerOrgNo: ownEmployer === '' ? null : PROVIDER_ORG_NO,
            })),
          },
    posted: [],
    asOf: fields.asOf,
  };
}

/** Where in the form a fault of `{ agreement, facts }` stands. */
function fieldPointer({ pointer, code }: FieldProblem, isOwn: boolean): string {
  if (code === 'notInForce' && !isOwn) return '/periods/0/from';
  if (pointer.startsWith('/agreement')) return isOwn ? '/own' : '/agreement';
  if (pointer === '/facts/placement/periods') return '/periods/0/from';
  return pointer
    .replace(/^\/facts/, '')
    .replace(/^\/placement/, '')
    .replace(/^\/outcome\/spells/, '/spells');
}

/** A fault at its field of the form. One in an agreement of one's own keeps the place in it, too. */
export type FormFault = FieldProblem & { readonly inAgreement: string | null };

/** The faults of an input that a form told, each at its field. */
export function formFaults(
  faults: readonly FieldProblem[],
  { fields }: CalculatorState,
): readonly FormFault[] {
  const isOwn = fields.agreement === OWN_AGREEMENT;
  return faults.map((fault) => ({
    ...fault,
    pointer: fieldPointer(fault, isOwn),
    inAgreement:
      isOwn && fault.pointer.startsWith('/agreement')
        ? fault.pointer.slice('/agreement'.length) || '/'
        : null,
  }));
}
