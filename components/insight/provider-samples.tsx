import { useTranslations } from 'next-intl';
import { IntervalBar } from '#components/insight/interval-bar.tsx';
import { PartText } from '#components/insight/part-text.tsx';
import { Amount } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { CHECK_CATALOGUE } from '#lib/domain/insight/check-catalogue.ts';
import type { CycleResult, ProviderPage } from '#lib/domain/insight/provider-page.ts';
import { errorShareWords } from '#lib/domain/insight/share-words.ts';
import {
  PLACEMENT_REQUIREMENTS,
  type PlacementRequirement,
  QUALITY_STATES,
} from '#lib/domain/quality/standing.ts';
import type { Estimate } from '#lib/domain/sampling/estimate.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';

type Props = { readonly page: ProviderPage };

/** What samples have shown, cycle by cycle and together; and what the checks found, with what became of it. */
export function SampleSection({ page }: Props) {
  const t = useTranslations('review-insight.provider');
  const { cycles, sampled, checks } = page;
  return (
    <>
      <PageSection title={t('samples')} note={t('samplesNote')}>
        {cycles.length === 0 ? (
          <p className="text-ink-2">{t('noSamples')}</p>
        ) : (
          <>
            <p className="mb-4">
              {t('sampledTogether')} <EstimateText estimate={sampled} />
            </p>
            <CycleTable cycles={cycles} />
          </>
        )}
      </PageSection>
      <PageSection title={t('checks')} note={t('checksNote')}>
        {checks.length === 0 ? <p className="text-ink-2">{t('noChecks')}</p> : <CheckTable page={page} />}
      </PageSection>
    </>
  );
}

function EstimateText({ estimate: { share, isTooSmall } }: { readonly estimate: Estimate }) {
  const t = useTranslations('review-insight.provider');
  const locale = useStaffLocale();
  if (share === null) return <span className="text-ink-2">{t('nothingDrawn')}</span>;
  return (
    <>
      <span className="whitespace-nowrap">{errorShareWords(share, locale)}</span>
      <IntervalBar share={share.estimate} low={share.low} high={share.high} />
      {isTooSmall && <small className="block text-ink-3">{t('tooSmall')}</small>}
    </>
  );
}

function CycleTable({ cycles }: Pick<ProviderPage, 'cycles'>) {
  const t = useTranslations('review-insight.provider');
  const locale = useStaffLocale();
  return (
    <DataTable<CycleResult>
      caption={t('samples')}
      captionHidden
      rows={cycles}
      rowKey={({ cycleId }) => cycleId}
      columns={[
        {
          key: 'cycle',
          head: t('cycle'),
          cell: ({ month, draw }) => t('cycleOf', { month: capitalFirst(formatMonth(month, locale)), draw }),
        },
        { key: 'frame', head: t('frame'), numeric: true, cell: ({ estimate }) => estimate.frameCount },
        { key: 'drawn', head: t('drawn'), numeric: true, cell: ({ estimate }) => estimate.drawnCount },
        { key: 'errors', head: t('inError'), numeric: true, cell: ({ estimate }) => estimate.errorCount },
        { key: 'share', head: t('errorShare'), cell: ({ estimate }) => <EstimateText estimate={estimate} /> },
        {
          key: 'amount',
          head: t('errorKronor'),
          numeric: true,
          cell: ({ estimate: { amount } }) => (amount === null ? '–' : <Amount value={amount.estimate} />),
        },
      ]}
    />
  );
}

function CheckTable({ page: { checks } }: Props) {
  const t = useTranslations('review-insight');
  const locale = useStaffLocale();
  return (
    <DataTable<ProviderPage['checks'][number]>
      caption={t('provider.checks')}
      captionHidden
      rows={checks}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'check',
          head: t('checks.check'),
          cell: ({ code }) => (
            <>
              {CHECK_CATALOGUE[code].name[locale]}
              <small className="block font-normal text-ink-3">
                {t(`checks.severity.${CHECK_CATALOGUE[code].severity}`)}
              </small>
            </>
          ),
        },
        { key: 'found', head: t('checks.found'), numeric: true, cell: ({ found }) => found },
        { key: 'judged', head: t('checks.judged'), numeric: true, cell: ({ judged }) => judged },
        {
          key: 'upheld',
          head: t('checks.upheld'),
          numeric: true,
          cell: ({ upheld, judged }) => <PartText part={upheld} of={judged} />,
        },
      ]}
    />
  );
}

/** How the participants stand against what the contract asks for, today, and which companies are related. */
export function QualitySection({ page: { quality, related } }: Props) {
  const t = useTranslations('review-insight.provider');
  const words = useTranslations('quality');
  const { participants, withBroken, tallies } = quality;
  return (
    <>
      <PageSection title={t('quality')} note={t('qualityNote')}>
        <p className="mb-4">{t('withBroken', { participants, broken: withBroken })}</p>
        <DataTable<PlacementRequirement>
          caption={t('quality')}
          captionHidden
          rows={PLACEMENT_REQUIREMENTS}
          rowKey={(requirement) => requirement}
          columns={[
            { key: 'requirement', head: words('column.requirement'), cell: (one) => words(`name.${one}`) },
            ...QUALITY_STATES.map((state) => ({
              key: state,
              head: words(`state.${state}`),
              numeric: true,
              cell: (one: PlacementRequirement) => tallies[one][state],
            })),
          ]}
        />
      </PageSection>
      <PageSection title={t('related')} note={t('relatedNote')}>
        {related.length === 0 ? (
          <p className="text-ink-2">{t('noRelated')}</p>
        ) : (
          <ul className="grid gap-2">
            {related.map(({ id, name, orgNo, source, from, to }) => (
              <li key={id}>
                {name} ({formatOrgNo(orgNo)}),{' '}
                {to === null ? t('relatedFrom', { from }) : t('relatedTo', { from, to })}
                <small className="block text-ink-3">{source}</small>
              </li>
            ))}
          </ul>
        )}
      </PageSection>
    </>
  );
}
