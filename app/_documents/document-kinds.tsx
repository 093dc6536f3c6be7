import { type DocumentParts, documentParts } from './document-parts.tsx';
import { DeviationContent } from '#components/deviation-report/deviation-content.tsx';
import {
  DeviationDecided,
  DeviationDecisionFields,
} from '#components/deviation-report/deviation-decision.tsx';
import { DeviationFields } from '#components/deviation-report/deviation-fields.tsx';
import { InformativeReportContent } from '#components/informative-report/informative-report-content.tsx';
import { InformativeReportFields } from '#components/informative-report/informative-report-fields.tsx';
import { SignalContent } from '#components/signal/signal-content.tsx';
import { SignalDecided, SignalDecisionFields } from '#components/signal/signal-decision-fields.tsx';
import { SignalFields } from '#components/signal/signal-fields.tsx';
import { GrantFields } from '#components/supported-employment/grant-fields.tsx';
import {
  GrantedSupportFacts,
  SupportedEmploymentContent,
} from '#components/supported-employment/supported-employment-content.tsx';
import { SupportedEmploymentFields } from '#components/supported-employment/supported-employment-fields.tsx';
import { supportedEmploymentKind } from '#lib/server/supported-employment/supported-employment-kind.ts';
import type { DocumentKind } from '#lib/domain/document/document.ts';
import { deviationReportKind } from '#lib/server/deviation-report/deviation-report-kind.ts';
import { informativeReportKind } from '#lib/server/informative-report/informative-report-kind.ts';
import { signalKind } from '#lib/server/signal/signal-kind.ts';

/** The form and page of each kind. */
export const DOCUMENT_PARTS: Readonly<Partial<Record<DocumentKind, DocumentParts>>> = {
  deviationReport: documentParts(deviationReportKind, {
    Fields: DeviationFields,
    Content: DeviationContent,
    DecisionFields: DeviationDecisionFields,
    Decided: DeviationDecided,
  }),
  informativeReport: documentParts(informativeReportKind, {
    Fields: InformativeReportFields,
    Content: InformativeReportContent,
    DecisionFields: null,
    Decided: null,
  }),
  signal: documentParts(signalKind, {
    Fields: SignalFields,
    Content: SignalContent,
    DecisionFields: SignalDecisionFields,
    Decided: SignalDecided,
  }),
  supportedEmployment: documentParts(supportedEmploymentKind, {
    Fields: SupportedEmploymentFields,
    Content: SupportedEmploymentContent,
    DecisionFields: GrantFields,
    Decided: GrantedSupportFacts,
  }),
};
