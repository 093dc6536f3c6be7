import { useTranslations } from 'next-intl';
import { MinutesSheet } from '#components/reporting/minutes-sheet.tsx';
import { gridLines } from '#components/reporting/report-grid.ts';
import { NO_EXTRA, refusedLines } from '#components/reporting/report-typed.ts';
import { supportLanguages } from '#components/reporting/support-languages.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { NumberInput, Select, TextArea } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { ABSENCE_REASONS } from '#lib/domain/compensation/types.ts';
import { absenceReasonName } from '#lib/domain/report/absence-reason.ts';
import { toTyped } from '#lib/domain/month-grid/typed-month.ts';
import type { MonthPage } from '#lib/domain/report/month-page.ts';
import type { HeldCorrection, ReportHistory } from '#lib/domain/report/report-history.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly reportId: string;
  readonly history: ReportHistory;
  /** The month with the content to correct, or what is already written. */
  readonly page: MonthPage;
  readonly draft: HeldCorrection | null;
  readonly keys: { readonly save: string; readonly discard: string };
  readonly attempt: KeptForm | null;
};

/** A report that is sent, as it should have been, and why: saved, compared and attested in the next step. */
export function CorrectionForm({ reportId, history, page, draft, keys, attempt }: Props) {
  const t = useTranslations('attest.correct');
  const locale = useStaffLocale();
  const { participantName, month, way } = history;
  const form =
    attempt === null
      ? { lines: gridLines({ ...page, typed: toTyped(page.row.content) }), extra: NO_EXTRA, problems: [] }
      : refusedLines(page, attempt);
  const { problems } = form;
  const typed = attempt?.values;
  const address = `/provider/reports/${reportId}`;
  return (
    <>
      {attempt !== null && (
        <ErrorSummary problems={problems} title={problems.length === 0 ? attempt.problem.title : undefined} />
      )}
      <Breadcrumbs
        above={[{ href: address, words: `${participantName}, ${formatMonth(month, locale)}` }]}
        here={t('pageTitle')}
      />
      <PageHeading title={t('title', { name: participantName, month: formatMonth(month, locale) })} />
      {way !== null && (
        <Notice tone="info" className="mb-8">
          {t(`waysOn.${way}`)}
        </Notice>
      )}
      <form method="post" action={`/api${address}/correct`} className="grid gap-6">
        <FormBasis formKey={attempt?.idempotencyKey ?? keys.save} back={`${address}/correct`} />
        <input type="hidden" name="version" value={draft?.version ?? 0} />
        <MinutesSheet title={t('minutes')} hint={t('minutesHint')} form={form} />
        <Whole page={page} typed={typed} problems={problems} />
        <Sheet className="p-5 max-md:px-4">
          <Field name="reason" label={t('reason')} hint={t('reasonHint')} problems={problems}>
            {(control) => (
              <TextArea
                {...control}
                rows={3}
                maxLength={2000}
                defaultValue={typed?.['reason'] ?? draft?.reason ?? ''}
              />
            )}
          </Field>
        </Sheet>
        <div className="flex flex-wrap items-center gap-4">
          <Button look="go" big>
            {t('save')}
          </Button>
          <LinkAction href={address} look="quiet">
            {t('cancel')}
          </LinkAction>
        </div>
      </form>
      {draft !== null && (
        <form
          method="post"
          action={`/api/provider/corrections/${draft.id}/discard`}
          className="mt-8 border-t border-line pt-6"
        >
          <FormBasis formKey={keys.discard} back={`${address}/correct`} />
          <input type="hidden" name="version" value={draft.version} />
          <p className="mb-2 text-ink-2">{t('discardHint')}</p>
          <Button look="plain">{t('discard')}</Button>
        </form>
      )}
    </>
  );
}

type Part = Pick<Props, 'page'> & {
  readonly typed: KeptForm['values'] | undefined;
  readonly problems: KeptForm['problem']['errors'];
};

/** What belongs to the whole month. */
function Whole({ page, typed, problems }: Part) {
  const t = useTranslations('attest.correct');
  const locale = useStaffLocale();
  const { languageSupport, jobSuggestions, noActivityReason } = page.row.content;
  const value = (name: string, saved: string): string => (typed === undefined ? saved : (typed[name] ?? ''));
  const language = value('languageSupport', languageSupport ?? '');
  return (
    <Sheet className="grid gap-x-8 gap-y-4 p-5 max-md:px-4 sm:grid-cols-2">
      <Field name="languageSupport" label={t('language')} problems={problems}>
        {(control) => (
          <Select
            {...control}
            defaultValue={language}
            empty={t('noLanguage')}
            options={supportLanguages(locale, language)}
          />
        )}
      </Field>
      <Field name="jobSuggestions" label={t('suggestions')} problems={problems}>
        {(control) => (
          <NumberInput {...control} defaultValue={value('jobSuggestions', String(jobSuggestions))} />
        )}
      </Field>
      <Field name="noActivityReason" label={t('noActivity')} problems={problems} className="sm:col-span-2">
        {(control) => (
          <Select
            {...control}
            defaultValue={value('noActivityReason', noActivityReason ?? '')}
            empty={t('tookPart')}
            options={ABSENCE_REASONS.map((reason) => ({
              value: reason,
              label: absenceReasonName(reason, locale),
            }))}
          />
        )}
      </Field>
    </Sheet>
  );
}
