import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { type ChoiceReasoning, outcomeOf, shownCompared } from '#lib/domain/choice/choice-reasoning.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';

export interface AssignedBecauseProps {
  provider: string;
  reasoning: ChoiceReasoning;
}

/** Why somebody who did not choose got whom they got: how it was counted, and how near the nearest were. */
export function AssignedBecause({ provider, reasoning }: AssignedBecauseProps) {
  const t = useTranslations('choice.assigned');
  const locale = useLocale();
  const { got, nearerFull, nearest, equallyNear } = shownCompared(reasoning);
  const isDrawn = equallyNear > 1;
  const rows = [
    ...new Map(
      [...nearest, ...nearerFull, ...(got === null ? [] : [got])].map((one) => [one.officeId, one]),
    ).values(),
  ];
  return (
    <Card title={t('title', { provider: isolated(provider, locale) })} className="mt-6">
      <p className="max-w-measure">{t('time')}</p>
      <p className="mt-2 max-w-measure">{t(reasoning.home === null ? 'homeUnknown' : 'how')}</p>
      {nearerFull.length > 0 && (
        <p className="mt-2 max-w-measure">{t('full', { count: nearerFull.length })}</p>
      )}
      {isDrawn && reasoning.home !== null && (
        <p className="mt-2 max-w-measure">{t('drawn', { count: equallyNear })}</p>
      )}
      <div className="mt-5">
        <DataTable
          caption={t(reasoning.home === null ? 'captionDrawn' : 'caption')}
          rows={rows}
          rowKey={({ officeId }) => officeId}
          columns={[
            {
              key: 'provider',
              head: t('provider'),
              cell: (one) => (
                <>
                  <bdi lang="sv">{one.provider}</bdi>
                  <span className="block text-ink-2">
                    <bdi lang="sv">{one.place}</bdi>
                  </span>
                </>
              ),
            },
            {
              key: 'metres',
              head: t('distance'),
              numeric: true,
              cell: ({ metres }) => (metres === null ? t('notKnown') : t('metres', { metres })),
            },
            { key: 'outcome', head: t('outcome'), cell: (one) => t(`outcomes.${outcomeOf(one, got)}`) },
          ]}
        />
      </div>
    </Card>
  );
}
