import {
  type InformativeReport,
  readInformativeReport,
} from '#lib/domain/informative-report/informative-report.ts';
import { textRemarks } from '#lib/domain/text/text-remarks.ts';
import { noAnswer } from '#lib/schemas/document.ts';
import { typedInformativeReport } from '#lib/schemas/informative-report.ts';
import { defineDocumentKind, nothingMore } from '#lib/server/document/document-kind.ts';
import { refuseUnbegun } from '#lib/server/document/submit-document.ts';
import { ok } from '#lib/shared/result.ts';

/** Something that a caseworker has to know or answer, told on request or at need. The answer is the decision's reason. */
export const informativeReportKind = defineDocumentKind({
  kind: 'informativeReport',
  submitters: ['coach', 'reporter', 'signatory'],
  desk: 'assess',
  typed: typedInformativeReport,
  facts: async () => null,
  read: (typed, { today }) => readInformativeReport(typed, today),
  remarks: ({ text }) => textRemarks('/text', 'Texten', text),
  valuesOf: ({ category, text, answerBy }: InformativeReport) => ({
    category,
    text,
    answerBy: answerBy ?? '',
  }),
  dueOn: () => null,
  correctable: ['submitted', 'inReview', 'returned'],
  refuse: ({ placement, today }) => refuseUnbegun(placement, today),
  submitted: nothingMore,
  verdicts: ['approve', 'return'],
  answer: noAnswer,
  decide: () => ok(null),
  carryOut: nothingMore,
});
