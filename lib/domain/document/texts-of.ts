import type { Deviation } from '#lib/domain/deviation-report/deviation.ts';
import { deviationTexts } from '#lib/domain/deviation-report/deviation-remarks.ts';
import type { DocumentKind } from '#lib/domain/document/document.ts';
import type { DocumentText } from '#lib/domain/document/document-text.ts';
import type { FinalReport } from '#lib/domain/final-report/final-report.ts';
import { finalReportTexts } from '#lib/domain/final-report/report-answers.ts';
import type { InformativeReport } from '#lib/domain/informative-report/informative-report.ts';

/** Kinds with texts in people's own words. */
export const TEXT_KINDS = [
  'finalReport',
  'deviationReport',
  'informativeReport',
] as const satisfies readonly DocumentKind[];

/** The texts of a document in people's own words, which nobody should have copied from one about somebody else. */
export function textsOf(kind: DocumentKind, content: unknown): readonly DocumentText[] {
  switch (kind) {
    case 'finalReport':
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a kind's content is its own
      return finalReportTexts(content as FinalReport);
    case 'deviationReport':
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
      return deviationTexts(content as Deviation);
    case 'informativeReport':
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
      return [{ place: '/text', where: 'texten', text: (content as InformativeReport).text }];
    case 'interruptionRequest':
    case 'supportedEmployment':
    case 'extension':
    case 'signal':
      return [];
  }
}
