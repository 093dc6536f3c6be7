import { useLocale, useTranslations } from 'next-intl';
import { accessibilityInWords } from '#components/choice/provider-words.ts';
import { Rating } from '#components/choice/rating.tsx';
import { SwedenMap } from '#components/choice/search/sweden-map.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { Term } from '#components/frame/term.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PhoneLink } from '#components/ui/phone-link.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { PublicOffice, RatedContract } from '#lib/domain/provider-search/public-contract.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import { inARow } from '#lib/shared/i18n/in-a-row.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';
import { languagesInWords } from '#lib/shared/i18n/language-name.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

export interface ContractPageProps {
  contract: RatedContract;
  today: PlainDate;
}

/** Who a provider is, that it has a contract, and where it is found: for participants, employers and municipalities. */
export function ContractPage({ contract, today }: ContractPageProps) {
  const t = useTranslations('provider-search.contract');
  const tRating = useTranslations('rating');
  const locale = useLocale();
  const { provider, area, from, ownWords, offices, rating } = contract;
  return (
    <>
      <PageHeading
        title={
          <bdi lang="sv" translate="no">
            {provider}
          </bdi>
        }
        lead={t(from > today ? 'leadToCome' : 'lead', { area: isolated(area, locale) })}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card title={t('facts')}>
          <ContractFacts contract={contract} />
        </Card>
        <Card title={tRating('title')}>
          <Rating rating={rating} untitled full />
        </Card>
        {ownWords !== '' && (
          <Card title={t('own')} className="lg:col-span-2">
            <p className="max-w-measure text-lg">
              <q lang="sv">{ownWords}</q>
            </p>
          </Card>
        )}
        <Card title={t('premises', { count: offices.length })} className="lg:col-span-2">
          <Premises contract={contract} />
        </Card>
      </div>
      <LinkAction big icon="left" href="/providers" className="mt-8">
        {t('back')}
      </LinkAction>
    </>
  );
}

function ContractFacts({ contract }: { contract: RatedContract }) {
  const t = useTranslations('provider-search.contract');
  const locale = useLocale();
  const { kaNumber, area, from, to, languages } = contract;
  return (
    <DescriptionList
      facts={[
        { term: t('kaNumber'), detail: <bdi translate="no">{kaNumber}</bdi> },
        {
          term: t('area'),
          shown: <Term word="deliveryArea">{t('area')}</Term>,
          detail: <bdi lang="sv">{area}</bdi>,
        },
        { term: t('from'), detail: <DateText date={from} /> },
        { term: t('through'), detail: to === null ? t('noEnd') : <DateText date={addDays(to, -1)} /> },
        { term: t('languages'), detail: languagesInWords(languages, locale) || t('notSaid') },
      ]}
    />
  );
}

function Premises({ contract: { provider, offices } }: { contract: RatedContract }) {
  const t = useTranslations('provider-search.contract');
  const locale = useLocale();
  const places = isolated([...new Set(offices.map(({ place }) => place))].join(', '), locale);
  return (
    <div className="grid items-start gap-x-10 gap-y-6 sm:grid-cols-[minmax(0,1fr)_9rem]">
      <ul className="grid gap-6">
        {offices.map((office) => (
          <li
            key={`${office.street}, ${office.place}`}
            className="border-t border-line pt-4 first:border-t-0 first:pt-0"
          >
            <OfficeFacts office={office} />
          </li>
        ))}
      </ul>
      <SwedenMap
        title={t('mapTitle', { provider: isolated(provider, locale) })}
        description={t('mapDesc', { count: offices.length, places })}
        dots={offices.map(({ street, place, lat, lon }) => ({
          key: `${street}, ${place}`,
          count: 9,
          lat,
          lon,
        }))}
        className="mx-auto max-w-36"
      />
    </div>
  );
}

function OfficeFacts({ office }: { office: PublicOffice }) {
  const t = useTranslations('provider-search.contract');
  const tChoice = useTranslations('choice');
  const locale = useLocale();
  const { street, place, phone, openingHours, forms, accessibility } = office;
  const said = (words: readonly string[]) =>
    words.length === 0 ? t('notSaid') : capitalFirst(inARow(words, locale));
  return (
    <DescriptionList
      facts={[
        {
          term: t('address'),
          detail: (
            <bdi lang="sv" translate="no">
              {street}, {place}
            </bdi>
          ),
        },
        { term: t('phone'), detail: phone === null ? t('notSaid') : <PhoneLink phone={phone} /> },
        {
          term: t('hours'),
          detail: openingHours === null ? t('notSaid') : <bdi lang="sv">{openingHours}</bdi>,
        },
        { term: t('meeting'), detail: said(forms.map((form) => tChoice(`meeting.${form}`))) },
        {
          term: t('access'),
          detail: said(accessibility.map((code) => accessibilityInWords(tChoice, code))),
        },
      ]}
    />
  );
}
