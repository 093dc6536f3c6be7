import { useLocale, useTranslations } from 'next-intl';
import { accessibilityInWords } from '#components/choice/provider-words.ts';
import { activityWords } from '#components/choice/presentation-words.ts';
import { ChoicesOf, chosenIn } from '#components/ui/choices-of.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { Card } from '#components/ui/sheet.tsx';
import {
  LONGEST_TEXT,
  PRESENTATION_TEXTS,
  PRESENTED_ACCESSIBILITY,
  PRESENTED_LANGUAGES,
  type PresentationContent,
  SUPPORT_KINDS,
  WORK_FIELDS,
} from '#lib/domain/administration/presentation.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface PresentationFormProps {
  officeId: string;
  content: PresentationContent;
  /** Of the draft, 0 where there is none. */
  version: number;
  formKey: string;
  attempt: KeptForm | null;
}

/** What participants are to read of an office. */
export function PresentationForm({ officeId, content, version, formKey, attempt }: PresentationFormProps) {
  const t = useTranslations('administration.presentation');
  const tChoice = useTranslations('choice');
  const locale = useLocale();
  const problems = attempt?.problem.errors;
  const page = `/provider/administration/presentations/${officeId}`;
  const lists = [
    {
      name: 'support',
      options: SUPPORT_KINDS.map((value) => ({ value, label: activityWords(value, locale) })),
    },
    { name: 'fields', options: WORK_FIELDS.map((value) => ({ value, label: t(`workFields.${value}`) })) },
    {
      name: 'languages',
      options: PRESENTED_LANGUAGES.map((value) => ({ value, label: languageName(value, locale) })),
    },
    {
      name: 'accessibility',
      options: PRESENTED_ACCESSIBILITY.map((value) => ({
        value,
        label: accessibilityInWords(tChoice, value),
      })),
    },
  ] as const;
  return (
    <Card className="max-w-[760px]">
      <form method="post" action="/api/administration/presentations" className="grid gap-6">
        <FormBasis formKey={formKey} back={page} />
        <input type="hidden" name="officeId" value={officeId} />
        <input type="hidden" name="version" value={version} />
        {PRESENTATION_TEXTS.map((name) => (
          <Field
            key={name}
            name={name}
            label={t(`fields.${name}`)}
            hint={`${t(`fields.${name}Hint`)} ${t('edit.left', { most: LONGEST_TEXT })}`}
            problems={problems}
          >
            {(control) => (
              <TextArea {...control} rows={4} defaultValue={attempt?.values[name] ?? content[name]} />
            )}
          </Field>
        ))}
        {lists.map(({ name, options }) => (
          <ChoicesOf
            key={name}
            name={name}
            legend={t(`fields.${name}`)}
            groups={[{ title: null, options }]}
            chosen={attempt === null ? new Set<string>(content[name]) : chosenIn(attempt.values, name)}
            problems={problems}
          />
        ))}
        <p className="text-ink-2">
          {t('edit.openHint')}{' '}
          <LinkAction look="quiet" href={`/provider/quality/offices/${officeId}`}>
            {t('edit.openLink')}
          </LinkAction>
        </p>
        <div>
          <Button look="go" big>
            {t('edit.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
