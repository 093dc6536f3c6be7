import type { ComponentProps, ReactNode } from 'react';
import { cx } from '#components/ui/class-names.ts';
import { FieldError } from '#components/ui/field-error.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'name' | 'id'> {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  problems?: readonly FieldProblem[] | undefined;
}

export function Checkbox({ name, label, hint, problems = [], className, ...rest }: CheckboxProps) {
  const id = fieldId(name);
  const own = problems.filter((problem) => fieldId(problem.pointer) === id);
  return (
    <div className={cx(own.length > 0 && 'field-wrong', className)}>
      <FieldError id={`${id}-error`} problems={own} />
      <label className="choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          aria-describedby={own.length > 0 ? `${id}-error` : undefined}
          aria-invalid={own.length > 0 ? true : undefined}
          {...rest}
        />
        <ChoiceWords label={label} hint={hint} />
      </label>
    </div>
  );
}

export interface RadioOption {
  value: string;
  /** Where something leads to just this one. */
  id?: string | undefined;
  label: ReactNode;
  hint?: ReactNode;
  /** What choosing it means, at the end of the row: an amount. */
  aside?: ReactNode;
}

export interface RadioGroupProps {
  name: string;
  legend: ReactNode;
  options: readonly RadioOption[];
  hint?: ReactNode;
  chosen?: string | undefined;
  problems?: readonly FieldProblem[] | undefined;
  legendHidden?: boolean | undefined;
  /** A hairline between the options, where each holds more than a few words. */
  ruled?: boolean | undefined;
  className?: string | undefined;
}

/** One of a few, all of them seen. The error summary leads to the first. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, legend, options, hint, chosen, problems = [], legendHidden = false, ruled = false } = props;
  const id = fieldId(name);
  const own = problems.filter((problem) => fieldId(problem.pointer) === id);
  const described = [own.length > 0 && `${id}-error`, hint !== undefined && `${id}-hint`].filter(Boolean);
  const isNamed = options[0]?.id !== undefined;
  return (
    <fieldset
      id={isNamed ? id : undefined}
      tabIndex={isNamed ? -1 : undefined}
      className={cx(own.length > 0 && 'field-wrong', props.className)}
      aria-describedby={described.length > 0 ? described.join(' ') : undefined}
    >
      <legend className={legendHidden ? 'sr-only' : 'mb-1 font-medium'}>{legend}</legend>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-ink-3">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} problems={own} />
      {options.map((option, index) => (
        <label key={option.value} className={cx('choice', ruled && 'border-b border-line')}>
          <input
            type="radio"
            id={option.id ?? (index === 0 ? id : undefined)}
            name={name}
            value={option.value}
            defaultChecked={option.value === chosen}
          />
          <ChoiceWords {...option} />
        </label>
      ))}
    </fieldset>
  );
}

function ChoiceWords({ label, hint, aside }: Omit<RadioOption, 'value'>) {
  return (
    <>
      <span className="choice-label">{label}</span>
      {hint !== undefined && <small className="choice-hint text-ink-3">{hint}</small>}
      {aside !== undefined && (
        <span className="choice-aside text-end font-bold whitespace-nowrap">{aside}</span>
      )}
    </>
  );
}
