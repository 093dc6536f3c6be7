import { type DocumentParts, documentParts } from './document-parts.tsx';
import { DeviationContent } from '#components/deviation-report/deviation-content.tsx';
import {
  DeviationDecided,
  DeviationDecisionFields,
} from '#components/deviation-report/deviation-decision.tsx';
import { DeviationFields } from '#components/deviation-report/deviation-fields.tsx';
import { ExtensionContentView } from '#components/extension/extension-content.tsx';
import { ExtensionDecided } from '#components/extension/extension-decided.tsx';
import { ExtensionDecisionFields } from '#components/extension/extension-decision-fields.tsx';
import { ExtensionFields } from '#components/extension/extension-fields.tsx';
import { FinalReportBeside } from '#components/final-report/final-report-beside.tsx';
import { FinalReportContent } from '#components/final-report/final-report-content.tsx';
import { FinalReportFields } from '#components/final-report/final-report-fields.tsx';
import { InformativeReportContent } from '#components/informative-report/informative-report-content.tsx';
import { InformativeReportFields } from '#components/informative-report/informative-report-fields.tsx';
import { InterruptionContentView } from '#components/interruption-request/interruption-content.tsx';
import { InterruptionDecided } from '#components/interruption-request/interruption-decided.tsx';
import { InterruptionDecisionFields } from '#components/interruption-request/interruption-decision-fields.tsx';
import { InterruptionFields } from '#components/interruption-request/interruption-fields.tsx';
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
import { extensionKind } from '#lib/server/extension/extension-kind.ts';
import { finalReportKind } from '#lib/server/final-report/final-report-kind.ts';
import { informativeReportKind } from '#lib/server/informative-report/informative-report-kind.ts';
import { interruptionRequestKind } from '#lib/server/interruption-request/interruption-request-kind.ts';
import { signalKind } from '#lib/server/signal/signal-kind.ts';

/** The form and page of each kind. */
export const DOCUMENT_PARTS: Readonly<Partial<Record<DocumentKind, DocumentParts>>> = {
  deviationReport: documentParts(deviationReportKind, {
    Fields: DeviationFields,
    Content: DeviationContent,
    DecisionFields: DeviationDecisionFields,
    Decided: DeviationDecided,
  }),
  extension: documentParts(extensionKind, {
    Fields: ExtensionFields,
    Content: ExtensionContentView,
    DecisionFields: ExtensionDecisionFields,
    Decided: ExtensionDecided,
  }),
  interruptionRequest: documentParts(interruptionRequestKind, {
    Fields: InterruptionFields,
    Content: InterruptionContentView,
    DecisionFields: InterruptionDecisionFields,
    Decided: InterruptionDecided,
  }),
  finalReport: documentParts(finalReportKind, {
    Fields: FinalReportFields,
    Content: FinalReportContent,
    Beside: FinalReportBeside,
    DecisionFields: null,
    Decided: null,
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
