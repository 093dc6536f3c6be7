import { type DocumentStatus, type StoredDocument } from '#lib/domain/document/document.ts';
import { refuseReplacing } from '#lib/domain/document/document-steps.ts';
import {
  conflict,
  type FieldProblem,
  type Problem,
  unprocessable,
  validationProblem,
} from '#lib/shared/problem.ts';

/** The code of the answer that asks to see the document before it is sent. */
export const CONFIRM_DOCUMENT = 'confirmDocument';

/** The code of a refusal that time mends: the document can be written until then, and sent when its day has come. */
export const NOT_YET = 'notYet';

const LEAST_WHY = 10;

type Submitting = {
  readonly contentHash: string;
  readonly confirmed: string;
  readonly why: string;
  readonly replaces: Pick<
    StoredDocument,
    'status' | 'desk' | 'submittedByPersonId' | 'takenByPersonId' | 'handedUpByPersonId' | 'contentHash'
  > | null;
  readonly correctable: readonly DocumentStatus[];
};

/**
 * Null where a document that has been read without faults may be sent; else, in this order: the version there is can no
 * longer be replaced, the new one says the same, does not say why (completing a returned one needs no reason of its own), or
 * has not been previewed as it is now (service description section 5: every document is previewed before it is sent).
 */
export function refuseSubmitting({
  contentHash,
  confirmed,
  why,
  replaces,
  correctable,
}: Submitting): Problem | null {
  if (replaces !== null) {
    const refused = refuseReplacing(replaces, correctable);
    if (refused !== null) return refused;
    if (replaces.contentHash === contentHash)
      return conflict([], {
        code: 'nothingCorrected',
        title: {
          sv: 'Den nya versionen säger samma sak som den gamla. Ändra det som är fel, eller låt den stå.',
          en: 'The new version says the same as the old one. Change what is wrong, or leave it.',
        },
      });
    if (replaces.status !== 'returned' && why.length < LEAST_WHY) return validationProblem([whyMissing()]);
  }
  return confirmed === contentHash
    ? null
    : unprocessable(CONFIRM_DOCUMENT, {
        sv: 'Läs igenom innan du skickar.',
        en: 'Read it through before you send it.',
      });
}

function whyMissing(): FieldProblem {
  return {
    pointer: '/why',
    code: 'whyMissing',
    message: `Skriv vad som var fel, på minst ${LEAST_WHY} tecken.`,
    fix: 'Den som läste den förra versionen behöver se vad som är nytt.',
  };
}
