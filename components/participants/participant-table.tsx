import { useTranslations } from 'next-intl';
import { DateText } from '#components/ui/date-text.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ParticipantList, PlacedParticipant } from '#lib/domain/placement/placed-participant.ts';
import { planDueOn } from '#lib/domain/plan/plan-due.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly list: ParticipantList;
  readonly today: PlainDate;
  /** With boxes to tick, and what was ticked when the form failed. */
  readonly choosing: { readonly attempt: KeptForm | null } | null;
};

export function ParticipantTable({ list, today, choosing }: Props) {
  const t = useTranslations('participants.list');
  const columns: readonly Column<PlacedParticipant>[] = [
    {
      key: 'name',
      head: t('participant'),
      cell: (placed) => <Who placed={placed} index={list.participants.indexOf(placed)} choosing={choosing} />,
    },
    ...(list.offices.length > 1
      ? [{ key: 'office', head: t('office'), cell: ({ officeName }: PlacedParticipant) => officeName }]
      : []),
    {
      key: 'coach',
      head: t('coach'),
      cell: ({ coachName, to }) => {
        if (coachName !== null) return coachName;
        return to > today ? (
          <Status tone="warn">{t('noCoach')}</Status>
        ) : (
          <span className="text-ink-3">{t('none')}</span>
        );
      },
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

type WhoProps = {
  readonly placed: PlacedParticipant;
  readonly index: number;
  readonly choosing: Props['choosing'];
};

function Who({ placed, index, choosing }: WhoProps) {
  const t = useTranslations('participants');
  const { placementId, version, name, level, implementationReference } = placed;
  const words = (
    <>
      <TextLink href={`/provider/participants/${placementId}`}>{name}</TextLink>
      <span className="block text-xs font-normal text-ink-3">
        {t('list.levelReference', { level, reference: implementationReference })}
      </span>
    </>
  );
  if (choosing === null) return words;
  const ticked = Object.entries(choosing.attempt?.values ?? {}).some(
    ([field, value]) => field.endsWith('.placementId') && value === placementId,
  );
  return (
    <span className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <label className="-ms-2 -mt-1.5 grid size-9 cursor-pointer place-items-center max-md:size-11">
        <input
          type="checkbox"
          className="size-5 cursor-pointer"
          name={`placements.${index}.placementId`}
          value={placementId}
          defaultChecked={ticked}
        />
        <span className="sr-only">{t('assign.choose', { name })}</span>
      </label>
      <input type="hidden" name={`placements.${index}.version`} value={version} />
      <span>{words}</span>
    </span>
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
