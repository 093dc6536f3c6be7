import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cx } from '#components/ui/class-names.ts';
import { FieldError } from '#components/ui/field-error.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** What a control needs in order to belong to its label, hint and error. */
export interface ControlProps {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Every problem of the form; the field picks its own. */
  problems?: readonly FieldProblem[] | undefined;
  optional?: boolean | undefined;
  /** For tables, whose heads are the labels that are seen. */
  labelHidden?: boolean | undefined;
  className?: string | undefined;
  children: (control: ControlProps) => ReactNode;
}

/** Label above, then what is wrong, then the control, then the hint; tied together for those who cannot see it. */
export function Field(props: FieldProps) {
  const { name, label, hint, problems = [], optional = false, labelHidden = false, children } = props;
  const t = useTranslations('ui');
  const id = fieldId(name);
  const own = problems.filter((problem) => fieldId(problem.pointer) === id);
  const described = [own.length > 0 && `${id}-error`, hint !== undefined && `${id}-hint`].filter(Boolean);
  const control: ControlProps = {
    id,
    name,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': own.length > 0 ? true : undefined,
  };
  return (
    <div className={cx('grid content-start gap-1', own.length > 0 && 'field-wrong', props.className)}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'font-medium'}>
        {label}
        {optional && <span className="font-normal text-ink-3"> ({t('optional')})</span>}
      </label>
      <FieldError id={`${id}-error`} problems={own} />
      {children(control)}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
