import type { DocumentKind } from '#lib/domain/document/document.ts';
import { documentRoutes } from '#lib/server/document/document-routes.ts';
import { informativeReportKind } from '#lib/server/informative-report/informative-report-kind.ts';

type Routes = ReturnType<typeof documentRoutes>;

/** The routes of each kind; one line a kind. */
export const ROUTES_OF_DOCUMENTS: Readonly<Partial<Record<DocumentKind, Routes>>> = {
  informativeReport: documentRoutes(informativeReportKind),
};
