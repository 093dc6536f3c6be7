import {
  conflict,
  forbidden,
  type FieldProblem,
  type Problem,
  type Text,
  unprocessable,
} from '#lib/shared/problem.ts';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { type DraftStatus, isSecondPerson } from '#lib/domain/agreement/version-draft.ts';
import type { DraftRow } from '#lib/server/agreement/draft-row.ts';

const NOT_A_DRAFT: Text = {
  sv: 'Utkastet kan inte ändras längre. Det är inlämnat, publicerat eller kastat.',
  en: 'The draft can no longer be changed. It is submitted, published or discarded.',
};
const NOT_SUBMITTED: Text = {
  sv: 'Utkastet väntar inte på att publiceras.',
  en: 'The draft does not wait to be published.',
};
const OWN: Text = {
  sv: 'Du har skrivit i utkastet eller lämnat in det. En annan tjänsteansvarig måste publicera det.',
  en: 'You have written in the draft or submitted it. Another person has to publish it.',
};
const CHANGED: Text = {
  sv: 'Utkastet har ändrats sedan du såg det. Läs igenom det som står nu.',
  en: 'The draft has changed since you saw it. Read what it says now.',
};
const INCOMPLETE: Text = {
  sv: 'Utkastet är inte färdigt. Rätta det som står nedan.',
  en: 'The draft is not finished. Correct what is listed below.',
};

/** The acting person's id; drafts are written by people alone. */
export function personOf(actor: Actor): string {
  if (actor.kind !== 'person') throw new Error('A draft is written by a person');
  return actor.personId;
}

/** Only a draft is edited, submitted or discarded. */
export function onlyDrafts({ status }: { readonly status: DraftStatus }): Problem | null {
  return status === 'draft' ? null : conflict([], { code: 'notADraft', title: NOT_A_DRAFT });
}

export function onlySubmitted({ status }: { readonly status: DraftStatus }): Problem | null {
  return status === 'submitted' ? null : conflict([], { code: 'notSubmitted', title: NOT_SUBMITTED });
}

/** Four eyes, and exactly what was shown. */
export function onlySecondPerson(
  draft: DraftRow,
  actor: Actor,
  hashes: { readonly seen: string; readonly now: string },
): Problem | null {
  const notSubmitted = onlySubmitted(draft);
  if (notSubmitted !== null) return notSubmitted;
  if (!isSecondPerson(personOf(actor), { editorIds: draft.editorIds, submittedById: draft.submittedById })) {
    return forbidden([{ pointer: '', code: 'ownDraft', message: OWN.sv }]);
  }
  return hashes.seen === hashes.now ? null : conflict([], { code: 'changedSinceSeen', title: CHANGED });
}

/** Everything that keeps a draft from going on, at once. */
export function incomplete(faults: readonly FieldProblem[]): Problem {
  return unprocessable('draftIncomplete', INCOMPLETE, faults);
}
