import { useLocale, useTranslations } from 'next-intl';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { OutcomeWindows } from '#lib/domain/outcome/outcome-clock.ts';
import type { OutcomePlacement } from '#lib/domain/outcome/outcome-page.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Props = { readonly placement: OutcomePlacement; readonly windows: OutcomeWindows | null };

/** The placement: its service days, and by when work must have begun and been told of. */
export function OutcomePlacementFacts({ placement, windows }: Props) {
  const t = useTranslations('outcome.placement');
  const locale = useLocale();
  const day = (date: Parameters<typeof formatDate>[0]): string => formatDate(date, locale);
  const { end, endReason } = placement;
  return (
    <Sheet className="px-6 py-3 max-md:px-4">
      <DescriptionList
        facts={[
          { term: t('provider'), detail: placement.providerName },
          { term: t('reference'), detail: placement.implementationReference },
          { term: t('level'), detail: placement.level },
          { term: t('agreement'), detail: placement.agreementName },
          ...placement.periods.map(({ number, from, to }) => ({
            term: t('period', { number }),
            detail: t('span', { from: day(from), through: day(addDays(to, -1)) }),
          })),
          {
            term: t('end'),
            detail:
              end === null || endReason === null
                ? t('goesOn')
                : t('ended', { day: day(addDays(end, -1)), reason: t(`endReason.${endReason}`) }),
          },
          ...(windows === null
            ? []
            : [
                { term: t('startBefore'), detail: day(addDays(windows.startBefore, -1)) },
                { term: t('signalBefore'), detail: day(addDays(windows.signalBefore, -1)) },
              ]),
        ]}
      />
    </Sheet>
  );
}
