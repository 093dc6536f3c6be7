import { useTranslations } from 'next-intl';
import { DateText } from '#components/ui/date-text.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ParticipantList, PlacedParticipant } from '#lib/domain/placement/placed-participant.ts';
import { planDueOn } from '#lib/domain/plan/plan-due.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly list: ParticipantList;
  readonly today: PlainDate;
};

export function ParticipantTable({ list, today }: Props) {
  const t = useTranslations('participants.list');
  const columns: readonly Column<PlacedParticipant>[] = [
    {
      key: 'name',
      head: t('participant'),
      cell: (placed) => <Who placed={placed} />,
    },
    ...(list.offices.length > 1
      ? [{ key: 'office', head: t('office'), cell: ({ officeName }: PlacedParticipant) => officeName }]
      : []),
    {
      key: 'coach',
      head: t('coach'),
      cell: (placed) => <CoachOf placed={placed} today={today} />,
    },
    { key: 'service', head: t('service'), cell: (placed) => <Clock placed={placed} today={today} /> },
    {
      key: 'plan',
      head: t('plan'),
      cell: (placed) => <Plan placed={placed} today={today} planDays={list.planDays} />,
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      columns={columns}
      rows={list.participants}
      rowKey={({ placementId }) => placementId}
    />
  );
}

function Who({ placed }: { readonly placed: PlacedParticipant }) {
  const t = useTranslations('participants.list');
  const { placementId, name, level, implementationReference } = placed;
  return (
    <>
      <TextLink href={`/provider/participants/${placementId}`}>{name}</TextLink>
      <span className="block text-xs font-normal text-ink-3">
        {t('levelReference', { level, reference: implementationReference })}
      </span>
    </>
  );
}

function CoachOf({ placed: { coachName, coveringName, coveredTo, to }, today }: ClockProps) {
  const t = useTranslations('participants.list');
  if (coachName === null) {
    return to > today ? (
      <Status tone="warn">{t('noCoach')}</Status>
    ) : (
      <span className="text-ink-3">{t('none')}</span>
    );
  }
  return (
    <>
      {coachName}
      {coveringName !== null && coveredTo !== null && (
        <small>
          {t('covers', { name: coveringName })} <DateText date={addDays(coveredTo, -1)} style="short" />
        </small>
      )}
    </>
  );
}

type ClockProps = { readonly placed: PlacedParticipant; readonly today: PlainDate };

function Clock({ placed: { from, to, periodNumber }, today }: ClockProps) {
  const t = useTranslations('participants.list');
  if (from > today) {
    return (
      <Status tone="wait">
        {t('starts')} <DateText date={from} style="weekday" />
      </Status>
    );
  }
  const lastDay = addDays(to, -1);
  return (
    <>
      {t('period', { number: periodNumber })}
      <span className="block text-xs text-ink-3">
        {to > today ? t('until') : t('endedOn')} <DateText date={lastDay} />
      </span>
    </>
  );
}

type PlanProps = ClockProps & { readonly planDays: number };

function Plan({ placed: { from, to, planNumber }, today, planDays }: PlanProps) {
  const t = useTranslations('participants.list');
  if (planNumber !== null) return <Status tone="ok">{t('planVersion', { number: planNumber })}</Status>;
  if (to <= today) return <span className="text-ink-3">{t('none')}</span>;
  const due = planDueOn(from, { planDays });
  return (
    <Status
      tone={due < today ? 'warn' : 'none'}
      reason={
        <>
          {due < today ? t('planWasDue') : t('planDue')} <DateText date={due} style="weekday" />
        </>
      }
    >
      {t('noPlan')}
    </Status>
  );
}
