import { useLocale, useTranslations } from 'next-intl';
import { Premises } from '#components/choice/premises.tsx';
import { PhoneLink } from '#components/ui/phone-link.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import type { AreaOffice } from '#lib/domain/choice/choice-provider.ts';
import type { OwnPlacement } from '#lib/domain/participant/own-situation.ts';
import { hasBegunBy, sharesAnything } from '#lib/domain/provider-switch/effective-on.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { Period } from '#lib/shared/period.ts';
import { addDays } from '#lib/shared/plain-date.ts';

export interface SwitchConsequencesProps {
  office: AreaOffice;
  placement: OwnPlacement;
  period: Period;
}

/** What happens to the plan, the meetings and the time that is left. */
export function SwitchConsequences({ office, placement, period }: SwitchConsequencesProps) {
  const t = useTranslations('choice.confirm');
  const locale = useLocale();
  const eve = dateInWords(addDays(period.from, -1), locale, 'weekday');
  const facts = [
    { term: t('old'), detail: <bdi lang="sv">{placement.provider}</bdi> },
    { term: t('who'), detail: <bdi lang="sv">{office.name}</bdi> },
    { term: t('where'), detail: <Premises {...office} /> },
    { term: t('effective'), detail: dateInWords(period.from, locale, 'weekdayDate') },
    ...(office.phone === null
      ? []
      : [{ term: t('phone'), detail: <PhoneLink phone={office.phone} inRow /> }]),
  ];
  return (
    <>
      <DescriptionList facts={facts} />
      <ul className="mt-4 grid max-w-measure list-disc gap-2 ps-5">
        {placement.hasPlan && <li>{t('plan')}</li>}
        <li>{t('meetings')}</li>
        <li>{t('time', { date: dateInWords(addDays(period.to, -1), locale) })}</li>
        {hasBegunBy(period.from, placement) && <li>{t('finalReport')}</li>}
        {sharesAnything(placement, period) && <li>{t('consent')}</li>}
        <li>{t('results')}</li>
        <li>{t('undo', { date: eve })}</li>
      </ul>
    </>
  );
}
