'use client';

import { type ChangeEvent, useRef } from 'react';
import { cx } from '#components/ui/class-names.ts';
import { FieldError } from '#components/ui/field-error.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

export interface QuickChoiceProps {
  name: string;
  legend: string;
  options: readonly { readonly value: string; readonly label: string }[];
  /** What was chosen or typed before; null where nothing was. */
  value: string | null;
  problems?: readonly FieldProblem[] | undefined;
  /** A field for what is not among the options. It goes by the same name: what stands in it counts before the choice. */
  other?:
    | {
        readonly label: string;
        readonly hint: string;
        readonly type: 'date' | 'text';
        readonly max?: string | undefined;
      }
    | undefined;
}

/** The common answers side by side, one press each. Native radios: nothing here needs scripts. */
export function QuickChoice({ name, legend, options, value, problems = [], other }: QuickChoiceProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  const id = fieldId(name);
  const own = problems.filter((problem) => fieldId(problem.pointer) === id);
  const isOption = options.some((option) => option.value === value);

  // One answer is seen at a time; without scripts both may stand, and the typed one counts.
  function clearOther({ target }: ChangeEvent<HTMLInputElement>): void {
    for (const input of box.current?.querySelectorAll('input') ?? []) {
      if (target.type === 'radio' && input.type !== 'radio') input.value = '';
      if (target.type !== 'radio' && input.type === 'radio' && target.value !== '') input.checked = false;
    }
  }

  return (
    <fieldset ref={box} className={cx('min-w-0', own.length > 0 && 'field-wrong')}>
      <legend className="mb-1 font-medium">{legend}</legend>
      <FieldError id={`${id}-error`} problems={own} />
      <div className="flex flex-wrap gap-2">
        {options.map((option, index) => (
          <label
            key={option.value}
            className="inline-flex min-h-(--target) cursor-pointer items-center gap-2 rounded-md border border-line-strong bg-sheet px-3 hover:border-ink has-checked:border-accent has-checked:bg-accent-wash has-checked:font-bold"
          >
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
              aria-describedby={own.length > 0 ? `${id}-error` : undefined}
              onChange={clearOther}
            />
            {option.label}
          </label>
        ))}
      </div>
      {other !== undefined && (
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
          <label htmlFor={`${id}-other`}>{other.label}</label>
          <input
            id={`${id}-other`}
            type={other.type}
            name={name}
            max={other.max}
            inputMode={other.type === 'text' ? 'numeric' : undefined}
            autoComplete="off"
            defaultValue={isOption ? '' : (value ?? '')}
            aria-describedby={`${id}-hint`}
            className={cx('in', other.type === 'text' ? 'max-w-20 text-end' : 'max-w-44')}
            onChange={clearOther}
          />
          <p id={`${id}-hint`} className="text-xs text-ink-3">
            {other.hint}
          </p>
        </div>
      )}
    </fieldset>
  );
}
