import { useTranslations } from 'next-intl';
import { BeforeAfterTable } from '#components/agreement/before-after-table.tsx';
import { ImpactExamples } from '#components/agreement/impact-examples.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { type Impact, riseOf } from '#lib/domain/agreement/impact.ts';
import type { ProviderImpact } from '#lib/domain/agreement/impact-csv.ts';
import { COMPONENT_SV } from '#lib/domain/compensation/swedish.ts';
import { LEVELS } from '#lib/domain/compensation/types.ts';

export interface ImpactResultProps {
  address: string;
  result: Impact;
  /** Those whose sum changes most, first; empty where there are none. */
  providers: readonly ProviderImpact[];
}

const COMPONENTS = ['basePay', 'resultPay', 'speedBonus', 'supplement'] as const;
const TOP = 20;

/** What a preview told: how many, how much before and after, for whom, and the greatest examples. */
export function ImpactResult({ address, result, providers }: ImpactResultProps) {
  const t = useTranslations('agreement.impact');
  const { examples, notCalculable } = result;
  const top = providers.slice(0, TOP);
  if (result.placements === 0) return <p className="mt-8 text-ink-2">{t('noPlacements')}</p>;
  return (
    <>
      <Sheet className="mt-8 px-6 py-4 max-md:px-4">
        <DescriptionList
          layout="line"
          facts={[
            { term: t('placements'), detail: result.placements },
            { term: t('changed'), detail: result.changed },
            { term: t('providers'), detail: providers.length },
            { term: t('statements'), detail: result.statements },
          ]}
        />
      </Sheet>
      {Object.entries(notCalculable).map(([code, count]) => (
        <Notice key={code} tone="warn" className="mt-6">
          {t('notCalculable', {
            count,
            reason: t(code === 'notInForce' ? 'reason.notInForce' : 'reason.other'),
          })}
        </Notice>
      ))}
      <PageSection title={t('totals')}>
        <BeforeAfterTable
          caption={t('totals')}
          head={t('what')}
          rows={[
            ...COMPONENTS.map((component) => ({
              key: component,
              name: COMPONENT_SV[component],
              sums: result.byComponent[component],
            })),
            { key: 'total', name: <b>{t('sum')}</b>, sums: result.total },
            { key: 'pending', name: t('pending'), sums: result.pending },
          ]}
        />
      </PageSection>
      <PageSection title={t('levels')}>
        <BeforeAfterTable
          caption={t('levels')}
          head={t('levels')}
          rows={LEVELS.map((level) => ({
            key: level,
            name: t('level', { level }),
            sums: result.byLevel[level],
          }))}
        />
      </PageSection>
      <PageSection title={t('byProvider')} note={t('byProviderNote', { count: top.length })}>
        <BeforeAfterTable
          caption={t('byProvider')}
          head={t('provider')}
          rows={top.map(({ orgNo, name, impact }) => ({ key: orgNo, name, sums: impact.total }))}
        />
        <p className="no-print mt-4">
          <LinkAction look="plain" icon="download" href={`/api${address}/impact/csv`}>
            {t('csv')}
          </LinkAction>
        </p>
      </PageSection>
      <PageSection title={t('rises')} note={t('examplesNote')}>
        <ImpactExamples examples={examples.filter((example) => riseOf(example) > 0)} />
      </PageSection>
      <PageSection title={t('falls')} note={t('examplesNote')}>
        <ImpactExamples examples={examples.filter((example) => riseOf(example) < 0).toReversed()} />
      </PageSection>
    </>
  );
}
