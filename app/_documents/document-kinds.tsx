import { type DocumentParts, documentParts } from './document-parts.tsx';
import { InformativeReportContent } from '#components/informative-report/informative-report-content.tsx';
import { InformativeReportFields } from '#components/informative-report/informative-report-fields.tsx';
import type { DocumentKind } from '#lib/domain/document/document.ts';
import { informativeReportKind } from '#lib/server/informative-report/informative-report-kind.ts';

/** The form and page of each kind. */
export const DOCUMENT_PARTS: Readonly<Partial<Record<DocumentKind, DocumentParts>>> = {
  informativeReport: documentParts(informativeReportKind, {
    Fields: InformativeReportFields,
    Content: InformativeReportContent,
    DecisionFields: null,
    Decided: null,
  }),
};
