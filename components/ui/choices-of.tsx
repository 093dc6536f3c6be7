import type { ReactNode } from 'react';
import { Checkbox } from '#components/ui/choices.tsx';
import { FieldError } from '#components/ui/field-error.tsx';
import type { FieldProblem } from '#lib/shared/problem.ts';

interface ChoicesOfProps {
  /** Of the list in the form: its boxes are `name.0`, `name.1` … */
  name: string;
  legend: ReactNode;
  groups: readonly {
    readonly title: string | null;
    readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  }[];
  chosen: ReadonlySet<string>;
  problems?: readonly FieldProblem[] | undefined;
}

/** Some of a few, all of them seen. The error summary leads to the first. */
export function ChoicesOf({ name, legend, groups, chosen, problems = [] }: ChoicesOfProps) {
  const own = problems.filter(({ pointer }) => pointer === `/${name}` || pointer.startsWith(`/${name}/`));
  const values = groups.flatMap(({ options }) => options.map(({ value }) => value));
  return (
    <fieldset
      id={name}
      // Where the error summary leads.
      tabIndex={-1}
      className={own.length > 0 ? 'field-wrong' : undefined}
      aria-describedby={own.length > 0 ? `${name}-error` : undefined}
    >
      <legend className="mb-1 font-medium">{legend}</legend>
      <FieldError id={`${name}-error`} problems={own} />
      {groups.map(({ title, options }) => (
        <div key={title ?? ''} className="mt-2">
          {title !== null && <p className="text-xs font-bold text-ink-2">{title}</p>}
          {options.map(({ value, ...words }) => (
            <Checkbox
              key={value}
              name={`${name}.${values.indexOf(value)}`}
              value={value}
              defaultChecked={chosen.has(value)}
              {...words}
            />
          ))}
        </div>
      ))}
    </fieldset>
  );
}

/** What was ticked in a list of boxes, of a form that is shown again. */
export function chosenIn(values: Readonly<Record<string, string>>, name: string): ReadonlySet<string> {
  return new Set(
    Object.entries(values)
      .filter(([field]) => field.startsWith(`${name}.`))
      .map(([, value]) => value),
  );
}
