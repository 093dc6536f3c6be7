import { useTranslations } from 'next-intl';
import { groupsOf, type LogGroup, type Logged } from '#components/reporting/log-groups.ts';
import { type LogFilter, logHref } from '#components/reporting/log-href.ts';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import { absenceOn } from '#lib/domain/deviation-report/absence-on.ts';
import type { WeekLog } from '#lib/domain/activity/week-log.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Props = { readonly log: WeekLog; readonly filter: LogFilter; readonly mayLog: boolean };

/** The week's days with what was done, the latest first; days to come are left out. */
export function LogDays({ log, filter, mayLog }: Props) {
  const t = useTranslations('reporting.log');
  const locale = useStaffLocale();
  const days = [6, 5, 4, 3, 2, 1, 0]
    .map((after) => addDays(log.weekFrom, after))
    .filter((date) => date <= log.today)
    .map((date) => ({ date, groups: groupsOf(log, date) }));
  if (days.every(({ groups }) => groups.length === 0)) return <p className="text-ink-2">{t('emptyWeek')}</p>;
  return (
    <div className="grid gap-6">
      {days.map(({ date, groups }) => {
        const words = dateInWords(date, locale, 'weekday');
        return (
          <section key={date} aria-labelledby={`day-${date}`}>
            <h2 id={`day-${date}`} className="mb-2 text-lg">
              {words.slice(0, 1).toLocaleUpperCase(locale) + words.slice(1)}
            </h2>
            {groups.length === 0 ? (
              <p className="text-ink-3">{t('emptyDay')}</p>
            ) : (
              <Sheet className="px-5 py-1 max-md:px-4">
                <ul>
                  {groups.map((group) => (
                    <Group key={group.key} group={group} filter={filter} mayLog={mayLog} />
                  ))}
                </ul>
              </Sheet>
            )}
          </section>
        );
      })}
    </div>
  );
}

type GroupProps = Pick<Props, 'filter' | 'mayLog'> & { readonly group: LogGroup };

/** More than this many who did the same are shown when they are asked for. */
const SHOWN = 3;

function Group({ group: { first, members }, ...rest }: GroupProps) {
  const t = useTranslations('reporting.log');
  const locale = useStaffLocale();
  const list = (
    <ul className="grid gap-1">
      {members.map((member) => (
        <Member key={member.entry.id} member={member} {...rest} />
      ))}
    </ul>
  );
  return (
    <li className="grid items-start gap-x-6 gap-y-1 border-t border-line py-3 first:border-t-0 md:grid-cols-2">
      <div>
        <b className="font-medium">{activityName(first.activity, locale)}</b>,{' '}
        {formatHours(first.minutes, locale)}
        {first.form !== null && `, ${formName(first.form, locale)}`}
        {first.note !== '' && <small className="block text-ink-2">{first.note}</small>}
        {first.coachName !== null && (
          <small className="block text-ink-3">{t('by', { name: first.coachName })}</small>
        )}
      </div>
      {members.length > SHOWN ? (
        <DisclosureMore summary={t('several', { count: members.length })}>{list}</DisclosureMore>
      ) : (
        list
      )}
    </li>
  );
}

type MemberProps = Pick<Props, 'filter' | 'mayLog'> & { readonly member: Logged };

function Member({ member: { who, entry }, filter, mayLog }: MemberProps) {
  const t = useTranslations('reporting.log');
  const locale = useStaffLocale();
  const tIntake = useTranslations('intake.own');
  const of = `${activityName(entry.activity, locale)}, ${who.participantName}`;
  const absence = absenceOn(entry.date, who.absences);
  const isPlanned = who.planned === null || who.planned.includes(entry.activity);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4">
      <span>
        <TextLink href={`/provider/participants/${who.placementId}`}>{who.participantName}</TextLink>
        {entry.language !== null && `, ${languageName(entry.language, locale)}`}
        {who.coveringFor !== null && `, ${tIntake('for', { name: who.coveringFor })}`}
        {!isPlanned && (
          <span className="block text-xs text-warn">
            <Icon name="warn" /> {t('notPlanned')}
          </span>
        )}
        {absence !== null && (
          <span className="block text-xs text-warn">
            <Icon name="warn" />{' '}
            <TextLink href={`/provider/documents/${absence.documentId}`} className="inline-block py-1">
              {t('reportedAbsent')}
            </TextLink>
          </span>
        )}
      </span>
      {mayLog && (
        <span className="no-print flex gap-4">
          {(['change', 'remove'] as const).map((how) => (
            <TextLink
              key={how}
              href={`${logHref(filter, { page: filter.page, [how]: entry.id })}#entry`}
              className="max-md:inline-block max-md:py-2"
            >
              {t(how)}
              <span className="sr-only"> {of}</span>
            </TextLink>
          ))}
        </span>
      )}
    </li>
  );
}
