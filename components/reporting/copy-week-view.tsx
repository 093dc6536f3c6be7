import { useLocale, useTranslations } from 'next-intl';
import { type LogFilter, logHref } from '#components/reporting/log-href.ts';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { activityName } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import type { CopyLine, WeekCopy } from '#lib/domain/activity/week-copy.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { isoWeek } from '#lib/shared/iso-week.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Props = {
  readonly copy: WeekCopy;
  readonly filter: LogFilter;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** What copying last week would do, line by line, before it is done. */
export function CopyWeekView({ copy, filter, formKey, attempt }: Props) {
  const t = useTranslations('log.copy');
  const lines = copy.participants.flatMap(({ lines: own }) => own);
  const wanted = lines.filter(({ why }) => why === null);
  const indexOf = new Map(wanted.map(({ entryId }, index) => [entryId, index]));
  const kept = attempt === null ? null : new Set(Object.values(attempt.values));
  return (
    <>
      {attempt !== null && (
        <ErrorSummary
          problems={attempt.problem.errors}
          title={attempt.problem.errors.length === 0 ? attempt.problem.title : undefined}
        />
      )}
      <PageHeading
        title={t('title', { week: isoWeek(copy.weekFrom) })}
        lead={t('lead', { week: isoWeek(addDays(copy.weekFrom, -7)) })}
      />
      {lines.length === 0 ? (
        <EmptyState>{t('empty')}</EmptyState>
      ) : (
        <form
          method="post"
          action="/api/provider/entries/copy-week"
          className="grid max-w-190 grid-cols-[minmax(0,1fr)] gap-6"
        >
          <input type="hidden" name="idempotencyKey" value={attempt?.idempotencyKey ?? formKey} />
          <input type="hidden" name="back" value={logHref(filter, {}, '/provider/log/copy')} />
          <input type="hidden" name="weekFrom" value={copy.weekFrom} />
          {copy.participants.map(({ placementId, participantName, lines: own }) => (
            <Sheet key={placementId} className="px-5 py-3 max-md:px-4">
              <fieldset id={indexOf.get(own[0]?.entryId ?? '') === 0 ? 'field-entryIds' : undefined}>
                <legend className="font-bold">{participantName}</legend>
                {own.map((line) => (
                  <Line
                    key={line.entryId}
                    line={line}
                    name={`entryIds.${indexOf.get(line.entryId) ?? ''}`}
                    ticked={kept === null || kept.has(line.entryId)}
                  />
                ))}
              </fieldset>
            </Sheet>
          ))}
          {wanted.length === 0 && <p className="font-medium">{t('nothing')}</p>}
          <div className="flex flex-wrap gap-4">
            {wanted.length > 0 && <Button look="go">{t('submit')}</Button>}
            <LinkAction href={logHref(filter, {})} look="quiet">
              {t('cancel')}
            </LinkAction>
          </div>
        </form>
      )}
    </>
  );
}

type LineProps = { readonly line: CopyLine; readonly name: string; readonly ticked: boolean };

function Line({ line: { entryId, copy, why }, name, ticked }: LineProps) {
  const t = useTranslations('log.copy');
  const locale = useLocale();
  const parts = [activityName(copy.activity, locale), formatHours(copy.minutes, locale)];
  if (copy.form !== null) parts.push(formName(copy.form, locale));
  const words = `${dateInWords(copy.date, locale, 'short')}: ${parts.join(', ')}`;
  if (why === null) {
    return (
      <label className="choice">
        <input type="checkbox" name={name} value={entryId} defaultChecked={ticked} />
        <span className="choice-label">{words}</span>
      </label>
    );
  }
  return (
    <p className="py-2 text-ink-3">
      {words}
      <small className="block">
        {t('leftOut')}: {why.code === 'there' ? t('there') : why.message}
      </small>
    </p>
  );
}
