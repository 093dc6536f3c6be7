import { useLocale, useTranslations } from 'next-intl';
import { ExtraRow } from '#components/reporting/extra-row.tsx';
import { extraIndex, gridLines } from '#components/reporting/report-grid.ts';
import { ReportGridTable } from '#components/reporting/report-grid-table.tsx';
import { supportLanguages } from '#components/reporting/support-languages.ts';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { NumberInput, Select } from '#components/ui/inputs.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { ABSENCE_REASONS } from '#lib/domain/compensation/types.ts';
import { absenceReasonName } from '#lib/domain/report/absence-reason.ts';
import type { MonthPage } from '#lib/domain/report/month-page.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

/** So that a button beside a problem can send the form too. */
export const REPORT_FORM_ID = 'month-form';

type Props = {
  readonly page: MonthPage;
  readonly keys: { readonly save: string; readonly discard: string };
  readonly attempt: KeptForm | null;
};

/** The month as it is filled in: minutes of each planned activity and form, and what belongs to the whole month. */
export function ReportForm({ page, keys, attempt }: Props) {
  const t = useTranslations('reporting.form');
  const locale = useLocale();
  const { month, row } = page;
  const { content } = row;
  const address = `/provider/months/${month}/${row.placementId}`;
  const lines = gridLines(page);
  const problems = attempt?.problem.errors ?? [];
  const typed = attempt?.values;
  const value = (name: string, saved: string): string => (typed === undefined ? saved : (typed[name] ?? ''));
  const language = value('languageSupport', content.languageSupport ?? '');
  return (
    <>
      <form id={REPORT_FORM_ID} method="post" action={`/api${address}`} className="grid gap-6">
        <input type="hidden" name="idempotencyKey" value={attempt?.idempotencyKey ?? keys.save} />
        <input type="hidden" name="back" value={address} />
        <input type="hidden" name="version" value={row.draftVersion} />
        <Sheet className="p-5 max-md:px-4">
          <h2 className="mb-1 text-lg">{t('minutes')}</h2>
          <p className="mb-4 max-w-measure text-ink-2">{t('minutesHint')}</p>
          {lines.length > 0 && <ReportGridTable lines={lines} typed={typed} problems={problems} />}
          <ExtraRow
            index={extraIndex(lines)}
            taken={lines.map(({ activity }) => activity)}
            typed={typed}
            problems={problems}
          />
        </Sheet>
        <Sheet className="grid gap-x-8 gap-y-4 p-5 max-md:px-4 sm:grid-cols-2">
          <Field name="languageSupport" label={t('language')} hint={t('languageHint')} problems={problems}>
            {(control) => (
              <Select
                {...control}
                defaultValue={language}
                empty={t('noLanguage')}
                options={supportLanguages(locale, language)}
              />
            )}
          </Field>
          <Field
            name="jobSuggestions"
            label={t('suggestions')}
            hint={t('suggestionsHint')}
            problems={problems}
          >
            {(control) => (
              <NumberInput
                {...control}
                defaultValue={value('jobSuggestions', String(content.jobSuggestions))}
              />
            )}
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
                defaultValue={value('noActivityReason', content.noActivityReason ?? '')}
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
          <input type="hidden" name="idempotencyKey" value={keys.discard} />
          <input type="hidden" name="back" value={address} />
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
