import { useTranslations } from 'next-intl';
import type { PlanFormParts } from '#components/participants/plan-form-parts.ts';
import { Field } from '#components/ui/field.tsx';
import { FieldError } from '#components/ui/field-error.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import { TextInput } from '#components/ui/inputs.tsx';
import { MOST_PARTIES } from '#lib/domain/plan/other-party.ts';

const PARTS = [
  { part: 'name', label: 'partyName', longest: 120 },
  { part: 'role', label: 'partyRole', longest: 120 },
  { part: 'task', label: 'partyTask', longest: 300 },
] as const;

/**
 * Others who take part. There is always one row more to fill in, up to ten: the style sheet shows a row when something
 * stands in it or in the one before, with and without scripts.
 */
export function PlanPartyFields({ latest, typed, problems }: PlanFormParts) {
  const t = useTranslations('plan.form');
  const whole = problems.filter(({ pointer }) => pointer === '/parties');
  return (
    <fieldset
      id={fieldId('parties')}
      tabIndex={whole.length > 0 ? -1 : undefined}
      className={whole.length > 0 ? 'field-wrong' : undefined}
    >
      <legend className="mb-1 text-lg font-bold">{t('parties')}</legend>
      <p className="mb-3 max-w-measure text-ink-2">{t('partiesHint')}</p>
      <FieldError id="parties-error" problems={whole} />
      {Array.from({ length: MOST_PARTIES }, (_, index) => (
        <fieldset
          // oxlint-disable-next-line react/no-array-index-key -- a row is its place
          key={index}
          className="hidden gap-x-6 gap-y-3 border-t border-line py-4 first-of-type:grid has-[input:not(:placeholder-shown)]:grid sm:grid-cols-2 [fieldset:has(input:not(:placeholder-shown))+&]:grid"
        >
          <legend className="sr-only">{t('party', { number: index + 1 })}</legend>
          {PARTS.map(({ part, label, longest }) => (
            <Field
              key={part}
              name={`parties.${index}.${part}`}
              label={t(label)}
              problems={problems}
              className={part === 'task' ? 'sm:col-span-2' : undefined}
            >
              {(control) => (
                <TextInput
                  {...control}
                  placeholder=" "
                  maxLength={longest}
                  defaultValue={typed?.[`parties.${index}.${part}`] ?? latest?.parties[index]?.[part]}
                />
              )}
            </Field>
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
}
