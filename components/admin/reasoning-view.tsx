import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { type ChoiceReasoning, hadRoom } from '#lib/domain/choice/choice-reasoning.ts';

/** What an assignment was counted from, and everybody who was compared, as it was stored that night. */
export function ReasoningView({ reasoning }: { readonly reasoning: ChoiceReasoning }) {
  const t = useTranslations('assignment.reasoning');
  const { arrivedOn, reference, startOn, home, seed, officeId, compared } = reasoning;
  return (
    <>
      <DescriptionList
        facts={[
          { term: t('order'), detail: <DateText date={arrivedOn} /> },
          { term: t('reference'), detail: reference },
          { term: t('startOn'), detail: <DateText date={startOn} /> },
          { term: t('home'), detail: home === null ? t('homeUnknown') : `${home.lat}, ${home.lon}` },
          { term: t('seed'), detail: <code>{seed}</code> },
        ]}
      />
      <Sheet className="mt-5 px-6 py-4 max-md:px-4">
        <DataTable
          caption={t('caption')}
          rows={compared}
          rowKey={(one) => one.officeId}
          columns={[
            {
              key: 'provider',
              head: t('provider'),
              cell: ({ provider, place }) => (
                <>
                  {provider}
                  <span className="block text-xs font-normal text-ink-3">{place}</span>
                </>
              ),
            },
            {
              key: 'metres',
              head: t('metres'),
              numeric: true,
              cell: ({ metres }) => (metres === null ? '–' : t('number', { number: metres })),
            },
            { key: 'seedPlace', head: t('seedPlace'), numeric: true, cell: ({ seedPlace }) => seedPlace },
            {
              key: 'places',
              head: t('places'),
              numeric: true,
              cell: ({ placesTaken, capacity }) => t('taken', { taken: placesTaken, capacity }),
            },
            {
              key: 'outcome',
              head: t('outcome'),
              cell: (one) => t(one.officeId === officeId ? 'got' : hadRoom(one) ? 'after' : 'full'),
            },
          ]}
        />
      </Sheet>
    </>
  );
}
