import type { DocumentKind } from '#lib/domain/document/document.ts';
import { deviationReportKind } from '#lib/server/deviation-report/deviation-report-kind.ts';
import { documentRoutes } from '#lib/server/document/document-routes.ts';
import { supportedEmploymentKind } from '#lib/server/supported-employment/supported-employment-kind.ts';
import { extensionKind } from '#lib/server/extension/extension-kind.ts';
import { interruptionRequestKind } from '#lib/server/interruption-request/interruption-request-kind.ts';
import { finalReportKind } from '#lib/server/final-report/final-report-kind.ts';
import { informativeReportKind } from '#lib/server/informative-report/informative-report-kind.ts';
import { signalKind } from '#lib/server/signal/signal-kind.ts';

type Routes = ReturnType<typeof documentRoutes>;

/** The routes of each kind; one line a kind. */
export const ROUTES_OF_DOCUMENTS: Readonly<Partial<Record<DocumentKind, Routes>>> = {
  deviationReport: documentRoutes(deviationReportKind),
  extension: documentRoutes(extensionKind),
  interruptionRequest: documentRoutes(interruptionRequestKind),
  finalReport: documentRoutes(finalReportKind),
  informativeReport: documentRoutes(informativeReportKind),
  signal: documentRoutes(signalKind),
  supportedEmployment: documentRoutes(supportedEmploymentKind),
};
