import type { ReactNode } from 'react';
import { Button, type ButtonLook } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import type { DocumentHead } from '#lib/domain/document/document.ts';

type Props = {
  readonly document: Pick<DocumentHead, 'id' | 'kind' | 'version'>;
  readonly door: string;
  readonly formKey: string;
  readonly act: 'take' | 'hand-back' | 'hand-up' | 'note';
  readonly look: ButtonLook;
  /** The button's words, where there are fields above it; else they are the children. */
  readonly words?: string;
  readonly children: ReactNode;
};

/** One step of a document as a form of its own. */
export function StepForm({ document, door, formKey, act, look, words, children }: Props) {
  return (
    <form
      method="post"
      action={`/api/documents/${document.kind}/${act}`}
      className="grid justify-items-start gap-4"
    >
      <FormBasis formKey={formKey} back={`${door}/documents/${document.id}`} />
      <input type="hidden" name="documentId" value={document.id} />
      <input type="hidden" name="version" value={document.version} />
      {words === undefined ? null : <div className="w-full">{children}</div>}
      <Button look={look}>{words ?? children}</Button>
    </form>
  );
}
