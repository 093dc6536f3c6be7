import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '#components/ui/date-text.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ShownPlacement } from '#lib/domain/admin/shown-placement.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** What the decision, the choice and the provider say of a placement. */
export function PlacementFacts({ placement }: { readonly placement: ShownPlacement }) {
  const t = useTranslations('admin.placement');
  const complaints = useTranslations('review-insight.complaints');
  const locale = useLocale();
  const { end, endReason } = placement;
  const language = languageName(placement.language, locale);
  return (
    <Sheet className="px-6 py-3 max-md:px-4">
      <DescriptionList
        facts={[
          {
            term: t('provider'),
            detail: (
              <>
                {placement.providerName}{' '}
                <TextLink
                  href={`/review/providers/${placement.providerId}/complaints`}
                  className="no-print font-normal"
                >
                  {complaints('title')}
                </TextLink>
              </>
            ),
          },
          {
            term: t('office'),
            detail: `${placement.officeName}, ${placement.officeStreet}, ${placement.officePlace}`,
          },
          { term: t('phone'), detail: placement.officePhone ?? t('noPhone') },
          { term: t('area'), detail: placement.deliveryArea },
          ...(placement.municipality === null
            ? []
            : [{ term: t('municipality'), detail: placement.municipality }]),
          {
            term: t('language'),
            detail: placement.needsLanguageSupport ? t('needsSupport', { language }) : language,
          },
          { term: t('arrived'), detail: <DateText date={placement.arrivedOn} /> },
          { term: t('choice'), detail: t(`choiceKind.${placement.choice}`) },
          { term: t('agreement'), detail: placement.agreementName },
          {
            term: t('planned'),
            detail: (
              <>
                <DateText date={placement.from} /> – <DateText date={addDays(placement.to, -1)} />
              </>
            ),
          },
          ...(end === null || endReason === null
            ? []
            : [
                {
                  term: t('end'),
                  detail: t('endDetail', {
                    date: formatDate(addDays(end, -1), locale),
                    reason: t(`endReason.${endReason}`),
                  }),
                },
              ]),
        ]}
      />
    </Sheet>
  );
}
