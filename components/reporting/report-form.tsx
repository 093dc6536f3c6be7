import { useTranslations } from 'next-intl';
import { MinutesSheet } from '#components/reporting/minutes-sheet.tsx';
import { ReportChanges } from '#components/reporting/report-changes.tsx';
import { baseText, type TypedForm } from '#components/reporting/report-typed.ts';
import { supportLanguages } from '#components/reporting/support-languages.ts';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { NumberInput, Select } from '#components/ui/inputs.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { ABSENCE_REASONS } from '#lib/domain/compensation/types.ts';
import { readLanguageText } from '#lib/domain/month-grid/language-text.ts';
import { absenceReasonName } from '#lib/domain/report/absence-reason.ts';
import type { MonthPage } from '#lib/domain/report/month-page.ts';

/** So that a button beside a problem can send the form too. */
export const REPORT_FORM_ID = 'month-form';

type Props = {
  readonly page: MonthPage;
  readonly keys: { readonly save: string; readonly discard: string };
  readonly form: TypedForm;
};

/** The month as it is filled in: minutes of each planned activity and form, and what belongs to the whole month. */
export function ReportForm({ page, form, keys }: Props) {
  const t = useTranslations('reporting.form');
  const locale = useStaffLocale();
  const { month, row } = page;
  const address = `/provider/months/${month}/${row.placementId}`;
  const { typed, base, version, problems } = form;
  const language = readLanguageText(typed.languageSupport ?? '');
  const tag = language.kind === 'tag' ? language.tag : '';
  return (
    <>
      <ReportChanges form={form} by={page.changed} href={address} />
      <form id={REPORT_FORM_ID} method="post" action={`/api${address}`} className="grid gap-6">
        <FormBasis formKey={keys.save} back={address} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="base" value={baseText(base)} />
        <MinutesSheet title={t('minutes')} hint={t('minutesHint')} form={form} />
        <Sheet className="grid gap-x-8 gap-y-4 p-5 max-md:px-4 sm:grid-cols-2">
          <Field name="languageSupport" label={t('language')} hint={t('languageHint')} problems={problems}>
            {(control) => (
              <Select
                {...control}
                defaultValue={tag}
                empty={t('noLanguage')}
                options={supportLanguages(locale, tag)}
              />
            )}
          </Field>
          <Field
            name="jobSuggestions"
            label={t('suggestions')}
            hint={t('suggestionsHint')}
            problems={problems}
          >
            {(control) => <NumberInput {...control} defaultValue={typed.jobSuggestions ?? '0'} />}
          </Field>
          <Field
            name="noActivityReason"
            label={t('noActivity')}
            hint={t('noActivityHint')}
            problems={problems}
            className="sm:col-span-2 sm:max-w-100"
          >
            {(control) => (
              <Select
                {...control}
                defaultValue={typed.noActivityReason ?? ''}
                empty={t('tookPart')}
                options={ABSENCE_REASONS.map((reason) => ({
                  value: reason,
                  label: t('didNot', { reason: absenceReasonName(reason, locale) }),
                }))}
              />
            )}
          </Field>
        </Sheet>
        <div className="flex flex-wrap items-center gap-4">
          <Button look="go" big>
            {t('save')}
          </Button>
          <LinkAction href={`/provider/months/${month}`} look="quiet">
            {t('toMonth')}
          </LinkAction>
        </div>
      </form>
      {row.draftVersion > 0 && (
        <form method="post" action={`/api${address}/discard`} className="border-t border-line pt-6">
          <FormBasis formKey={keys.discard} back={address} />
          <input type="hidden" name="version" value={row.draftVersion} />
          <p className="mb-2 max-w-measure text-ink-2">
            {t(row.report === null ? 'discardHint' : 'discardReturnedHint')}
          </p>
          <Button look="plain">{t(row.report === null ? 'discard' : 'discardReturned')}</Button>
        </form>
      )}
    </>
  );
}
