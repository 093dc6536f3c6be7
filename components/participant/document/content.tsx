import { OwnDeviation } from '#components/participant/document/deviation.tsx';
import { OwnFinalReport } from '#components/participant/document/final-report.tsx';
import {
  OwnExtension,
  OwnInformative,
  OwnInterruption,
  OwnSignal,
  OwnSupportedEmployment,
} from '#components/participant/document/requests.tsx';
import type { OwnDocumentContent } from '#lib/domain/participant/own-document.ts';

/** What a document says, by its kind: its structured parts in the reader's language. */
export function OwnDocumentParts({ document }: { readonly document: OwnDocumentContent }) {
  switch (document.kind) {
    case 'deviationReport':
      return <OwnDeviation content={document.content} />;
    case 'informativeReport':
      return <OwnInformative content={document.content} />;
    case 'interruptionRequest':
      return <OwnInterruption content={document.content} />;
    case 'supportedEmployment':
      return <OwnSupportedEmployment content={document.content} />;
    case 'extension':
      return <OwnExtension content={document.content} />;
    case 'signal':
      return <OwnSignal content={document.content} />;
    case 'finalReport':
      return <OwnFinalReport content={document.content} />;
  }
}
