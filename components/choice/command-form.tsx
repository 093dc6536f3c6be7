import type { ReactNode } from 'react';
import { FormBasis } from '#components/ui/form-basis.tsx';

export interface CommandFormProps {
  action: string;
  /** Made when the page is made: the same form sent twice is one command. */
  formKey: string;
  /** The page of the form itself, to come back to when something is wrong. */
  back: string;
  hidden: Readonly<Record<string, string | number>>;
  children: ReactNode;
  className?: string | undefined;
}

/** A native form that gives a command. Nothing of it needs JavaScript. */
export function CommandForm({ action, formKey, back, hidden, children, className }: CommandFormProps) {
  return (
    <form method="post" action={action} className={className}>
      <FormBasis formKey={formKey} back={back} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
