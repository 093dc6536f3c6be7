import { useTranslations } from 'next-intl';
import { openingHref, qualityListHref } from '#components/quality/quality-href.ts';
import { StateBar } from '#components/quality/state-bar.tsx';
import { STATE_TONES } from '#components/quality/state-tone.ts';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import type { OfficeQuality, QualityOverview } from '#lib/domain/quality/quality-view.ts';
import {
  PLACEMENT_REQUIREMENTS,
  type PlacementRequirement,
  type Standing,
} from '#lib/domain/quality/standing.ts';
import { standingWords } from '#lib/domain/quality/standing-words.ts';

type Props = {
  readonly overview: QualityOverview;
  /** May say when offices are open. */
  readonly mayOpen: boolean;
};

/** The offices one under another, each requirement in the same place, so that they can be compared. */
export function OfficeTable({ overview, mayOpen }: Props) {
  const t = useTranslations('quality');
  const columns: readonly Column<OfficeQuality>[] = [
    {
      key: 'office',
      head: t('column.office'),
      cell: ({ officeId, name, participants }) => (
        <>
          <TextLink href={qualityListHref({ office: officeId })} className="inline-block min-h-6">
            {name}
          </TextLink>
          <span className="block text-xs font-normal whitespace-nowrap text-ink-2">
            {t('column.participants')}: {participants}
          </span>
        </>
      ),
    },
    ...PLACEMENT_REQUIREMENTS.map((requirement) => ({
      key: requirement,
      head: t(`name.${requirement}`),
      cell: (office: OfficeQuality) => <OfficeCell office={office} requirement={requirement} />,
    })),
    {
      key: 'premises',
      head: t('name.premises'),
      cell: (office) => <Premises office={office} mayOpen={mayOpen} />,
    },
    {
      key: 'finalReport',
      head: t('column.finalReport'),
      cell: ({ finalReport, planable }) => (
        <div className="grid min-w-36 gap-3">
          <OfficeStanding standing={finalReport} />
          <OfficeStanding standing={planable} />
        </div>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('officesCaption')}
      captionHidden
      narrow="scroll"
      columns={columns}
      rows={overview.offices}
      rowKey={({ officeId }) => officeId}
    />
  );
}

type CellProps = { readonly office: OfficeQuality; readonly requirement: PlacementRequirement };

function OfficeCell({ office, requirement }: CellProps) {
  const t = useTranslations('quality');
  const tally = office.tallies[requirement];
  const { participants } = office;
  if (participants === 0) return <span className="text-ink-3">–</span>;
  return (
    <div className="grid min-w-24 content-start gap-1">
      <span className="whitespace-nowrap">{t('ofAll', { met: tally.met, all: participants })}</span>
      <StateBar tally={tally} words={t('barWords', { ...tally, participants })} />
      {tally.broken > 0 && (
        <span className="text-xs whitespace-nowrap text-stop">
          {t('brokenCount', { count: tally.broken })}
        </span>
      )}
      {tally.unknown > 0 && (
        <span className="text-xs whitespace-nowrap text-ink-2">
          {t('unknownCount', { count: tally.unknown })}
        </span>
      )}
    </div>
  );
}

/** A requirement of the office as a whole: its state, and why. */
function OfficeStanding({ standing }: { readonly standing: Standing }) {
  const t = useTranslations('quality');
  const locale = useStaffLocale();
  const { requirement, state, because } = standing;
  return (
    <div className="grid justify-items-start">
      <span className="text-xs text-ink-3">{t(`name.${requirement}`)}</span>
      <Status tone={STATE_TONES[state]}>{t(`state.${state}`)}</Status>
      <span className="text-xs text-ink-2">{standingWords(because, locale)}</span>
    </div>
  );
}

function Premises({ office, mayOpen }: { readonly office: OfficeQuality; readonly mayOpen: boolean }) {
  const t = useTranslations('quality');
  const { state } = office.premises;
  const words = t(state === 'unknown' ? 'opening.fill' : 'opening.edit');
  return (
    <div className="grid min-w-28 justify-items-start gap-1">
      <Status tone={STATE_TONES[state]}>{t(`state.${state}`)}</Status>
      {mayOpen && (
        <TextLink
          href={openingHref(office.officeId)}
          aria-label={`${words}, ${office.name}`}
          className="inline-block min-h-6 text-xs"
        >
          {words}
        </TextLink>
      )}
    </div>
  );
}
