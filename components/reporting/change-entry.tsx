import { useTranslations } from 'next-intl';
import { EntryFields } from '#components/reporting/entry-fields.tsx';
import { type LogFilter, logHref } from '#components/reporting/log-href.ts';
import type { LogPageState } from '#components/reporting/log-view.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import type { WeekLog } from '#lib/domain/activity/week-log.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

type Props = { readonly log: WeekLog; readonly filter: LogFilter; readonly state: LogPageState };

/** The entry that somebody asked to change or to remove, before it is done. */
export function ChangeEntry({ log, filter, state }: Props) {
  const t = useTranslations('reporting.log');
  const locale = useStaffLocale();
  const { changing, attempts, keys } = state;
  const found = log.participants
    .flatMap((who) => who.entries.map((entry) => ({ who, entry })))
    .find(({ entry }) => entry.id === changing?.entryId);
  if (changing === null || found === undefined) return null;
  const { who, entry } = found;
  const address = logHref(filter, { page: filter.page });
  const back = logHref(filter, { page: filter.page, [changing.how]: entry.id });
  const day = dateInWords(entry.date, locale, 'weekday');
  const hidden = (
    <>
      <FormBasis formKey={attempts.change?.idempotencyKey ?? keys.change} back={back} />
      <input type="hidden" name="version" value={entry.version} />
    </>
  );
  return (
    <div id="entry" className="mb-8 max-w-[760px] scroll-mt-6">
      {changing.how === 'change' ? (
        <Card title={t('changeTitle', { name: who.participantName })}>
          <form method="post" action={`/api/provider/entries/${entry.id}/change`} className="grid gap-4">
            {hidden}
            <EntryFields
              prefix=""
              saved={{
                date: entry.date,
                activity: entry.activity,
                form: entry.form ?? '',
                minutes: String(entry.minutes),
                language: entry.language ?? '',
                note: entry.note,
              }}
              typed={attempts.change?.values}
              problems={attempts.change?.problem.errors}
              today={log.today}
            />
            <div className="flex flex-wrap gap-4">
              <Button look="go">{t('changeSubmit')}</Button>
              <LinkAction href={address} look="quiet">
                {t('cancel')}
              </LinkAction>
            </div>
          </form>
        </Card>
      ) : (
        <Card title={t('removeTitle')}>
          <form method="post" action={`/api/provider/entries/${entry.id}/remove`} className="grid gap-4">
            {hidden}
            <p>
              {who.participantName}, {day}: {activityName(entry.activity, locale)},{' '}
              {formatHours(entry.minutes, locale)}
              {entry.form !== null && `, ${formName(entry.form, locale)}`}.
            </p>
            <p className="text-ink-2">{t('removeHint')}</p>
            <div className="flex flex-wrap gap-4">
              <Button look="go">{t('removeSubmit')}</Button>
              <LinkAction href={address} look="quiet">
                {t('cancel')}
              </LinkAction>
            </div>
          </form>
        </Card>
      )}
    </div>
  );
}
