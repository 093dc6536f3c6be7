import { useTranslations } from 'next-intl';
import { type LogFilter, logHref } from '#components/reporting/log-href.ts';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
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
      <AttemptSummary attempt={attempt} />
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
          <FormBasis
            formKey={attempt?.idempotencyKey ?? formKey}
            back={logHref(filter, {}, '/provider/log/copy')}
          />
          <input type="hidden" name="weekFrom" value={copy.weekFrom} />
          {copy.participants.map(({ placementId, participantName, lines: own }) => (
            <Sheet key={placementId} className="px-5 py-3 max-md:px-4">
              <fieldset id={indexOf.get(own[0]?.entryId ?? '') === 0 ? 'field-entryIds' : undefined}>
                <legend className="font-bold">{participantName}</legend>
                {own
                  .filter(({ why }) => why === null)
                  .map((line) => (
                    <label key={line.entryId} className="choice">
                      <input
                        type="checkbox"
                        name={`entryIds.${indexOf.get(line.entryId) ?? ''}`}
                        value={line.entryId}
                        defaultChecked={kept === null || kept.has(line.entryId)}
                      />
                      <span className="choice-label">
                        <LineWords line={line} />
                      </span>
                    </label>
                  ))}
                <LeftOut lines={own.filter(({ why }) => why !== null)} />
              </fieldset>
            </Sheet>
          ))}
          {wanted.length === 0 && <p className="font-medium">{t('nothing')}</p>}
          {/* In sight however many there are; where little is seen at a time it stands last and hides nothing. */}
          <div className="flex flex-wrap gap-x-2 gap-y-3 border-t border-line-strong bg-paper py-3 [@media(height>=30rem)]:sticky [@media(height>=30rem)]:bottom-0">
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

function LeftOut({ lines }: { readonly lines: readonly CopyLine[] }) {
  const t = useTranslations('log.copy');
  if (lines.length === 0) return null;
  return (
    <DisclosureMore summary={t('leftOut', { count: lines.length })}>
      <ul className="grid gap-2 pb-2 text-ink-2">
        {lines.map((line) => (
          <li key={line.entryId}>
            <LineWords line={line} />
            <small className="block">{line.why?.code === 'there' ? t('there') : line.why?.message}</small>
          </li>
        ))}
      </ul>
    </DisclosureMore>
  );
}

function LineWords({ line: { copy } }: { readonly line: CopyLine }) {
  const locale = useStaffLocale();
  const parts = [activityName(copy.activity, locale), formatHours(copy.minutes, locale)];
  if (copy.form !== null) parts.push(formName(copy.form, locale));
  return `${dateInWords(copy.date, locale, 'short')}: ${parts.join(', ')}`;
}
