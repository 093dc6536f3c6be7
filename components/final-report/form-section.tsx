import type { ReactNode } from 'react';

type Props = {
  readonly id: string;
  readonly title: string;
  /** Facts under the title. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
};

/** A part of the form, which the table of contents leads to. */
export function FormSection({ id, title, lead, children }: Props) {
  return (
    <fieldset id={id} tabIndex={-1} className="scroll-mt-6 border-t border-line-strong pt-6 outline-none">
      <legend className="float-left mb-2 w-full text-lg font-bold">{title}</legend>
      <div className="clear-both grid gap-6">
        {lead}
        {children}
      </div>
    </fieldset>
  );
}
