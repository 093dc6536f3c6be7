import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { UnchosenParticipant } from '#lib/domain/admin/caseworker-desk.ts';
import { choiceTimeLeft } from '#lib/domain/choice/deadline.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = { readonly unchosen: readonly UnchosenParticipant[]; readonly today: PlainDate };

/** Participants who have a decision and no provider, by the day on which their time is out. */
export function UnchosenTable({ unchosen, today }: Props) {
  const t = useTranslations('admin');
  const tHelp = useTranslations('assisted.link');
  return (
    <DataTable
      caption={t('desk.unchosen')}
      captionHidden
      rows={unchosen}
      rowKey={({ decisionId }) => decisionId}
      columns={[
        {
          key: 'participant',
          head: t('desk.participant'),
          cell: ({ name, level, implementationReference: reference }) => (
            <>
              {name}
              <span className="block text-xs font-normal text-ink-3">
                {t('levelReference', { level, reference })}
              </span>
            </>
          ),
        },
        {
          key: 'lives',
          head: t('desk.lives'),
          cell: ({ municipality, deliveryArea }) => (
            <>
              {municipality ?? t('desk.noMunicipality')}
              <span className="block text-xs text-ink-3">{deliveryArea}</span>
            </>
          ),
        },
        {
          key: 'arrived',
          head: t('desk.arrived'),
          cell: ({ arrivedOn }) => <DateText date={arrivedOn} style="day" />,
        },
        {
          key: 'chooseBy',
          head: t('desk.chooseBy'),
          cell: ({ chooseBy }) => <Deadline chooseBy={chooseBy} today={today} />,
        },
        {
          key: 'help',
          head: tHelp('open'),
          headHidden: true,
          cell: ({ participantId, name }) => (
            <TextLink href={`/admin/participants/${participantId}`}>
              {tHelp('short')}
              <span className="sr-only"> {name}</span>
            </TextLink>
          ),
        },
      ]}
    />
  );
}

function Deadline({ chooseBy, today }: { readonly chooseBy: PlainDate; readonly today: PlainDate }) {
  const t = useTranslations('admin.desk');
  const left = choiceTimeLeft(today, chooseBy);
  const day = <DateText date={chooseBy} style="weekday" />;
  switch (left.kind) {
    case 'passed':
      return (
        <Status tone="warn" reason={day}>
          {t('passed')}
        </Status>
      );
    case 'lastDay':
      return (
        <Status tone="warn" reason={day}>
          {t('lastDay')}
        </Status>
      );
    case 'daysLeft':
      return (
        <>
          {day}
          <span className="block text-xs text-ink-3">{t('daysLeft', { days: left.workdays })}</span>
        </>
      );
  }
}
