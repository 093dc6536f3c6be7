import {
  type GrantedSupport,
  readGrant,
  readSupportedEmployment,
  type SupportedEmployment,
} from '#lib/domain/supported-employment/supported-employment.ts';
import { textRemarks } from '#lib/domain/text/text-remarks.ts';
import { grantedSupportAnswer, typedSupportedEmployment } from '#lib/schemas/supported-employment.ts';
import { defineDocumentKind, nothingMore } from '#lib/server/document/document-kind.ts';
import { refuseUnbegun } from '#lib/server/document/submit-document.ts';
import { validationProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';
import type { Problem } from '#lib/shared/problem.ts';

/** A job that needs support to come about: the caseworker says which is granted, for which days. */
export const supportedEmploymentKind = defineDocumentKind({
  kind: 'supportedEmployment',
  submitters: ['coach', 'reporter', 'signatory'],
  desk: 'assess',
  typed: typedSupportedEmployment,
  facts: async () => null,
  read: (typed, { today }) => readSupportedEmployment(typed, today),
  remarks: ({ duties, message }) => [
    ...textRemarks('/duties', 'Arbetsuppgifterna', duties),
    ...textRemarks('/message', 'Meddelandet', message),
  ],
  valuesOf: ({ employerOrgNo, extentPercent, ...rest }: SupportedEmployment) => ({
    ...rest,
    employerKind: employerOrgNo === null ? 'soleTrader' : 'organisation',
    employerOrgNo: employerOrgNo ?? '',
    extentPercent: String(extentPercent),
  }),
  dueOn: () => null,
  correctable: ['submitted', 'inReview', 'returned'],
  refuse: ({ placement, today }) => refuseUnbegun(placement, today),
  submitted: nothingMore,
  verdicts: ['approve', 'return', 'reject'],
  answer: grantedSupportAnswer,
  decide(_, { verdict, answer }): Result<GrantedSupport | null, Problem> {
    if (verdict !== 'approve') return ok(null);
    const grant = readGrant(answer);
    return grant.ok ? grant : err(validationProblem(grant.error));
  },
  carryOut: nothingMore,
});
