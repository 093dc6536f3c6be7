import { useLocale, useTranslations } from 'next-intl';
import { Distance } from '#components/choice/distance.tsx';
import { PhoneHelp } from '#components/choice/phone-help.tsx';
import { OwnWords, Premises } from '#components/choice/premises.tsx';
import { PresentationFacts } from '#components/choice/presentation-facts.tsx';
import { ProviderFacts } from '#components/choice/provider-facts.tsx';
import { Rating } from '#components/choice/rating.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { AreaOffice } from '#lib/domain/choice/choice-provider.ts';
import { type ChoosingPlace, confirmPath, listPath, officePath } from '#lib/domain/choice/choosing-place.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';

export interface OfficePageProps {
  office: AreaOffice;
  others: readonly AreaOffice[];
  place: ChoosingPlace;
}

const CLOSED_WORDS = {
  closed: 'closed',
  notInForce: 'closed',
  full: 'full',
  otherArea: 'otherArea',
} as const;

/** All that there is to know about a provider before choosing it. */
export function OfficePage({ office, others, place }: OfficePageProps) {
  const t = useTranslations('choice');
  const locale = useLocale();
  return (
    <>
      <PageHeading title={office.name} lead={<Premises {...office} />}>
        {office.metres !== null && <Distance metres={office.metres} />}
      </PageHeading>
      <OfficeWords office={office} others={others} place={place} />
      <div className="mt-8 flex flex-wrap gap-4">
        {office.closedBecause === null && (
          <LinkAction look="go" big href={confirmPath(place, office.officeId)}>
            {t(place.choosingFor === 'choose' ? 'card.choose' : 'card.switchTo', {
              provider: isolated(office.name, locale),
            })}
          </LinkAction>
        )}
        <LinkAction big icon="left" href={listPath(place)}>
          {t('office.back')}
        </LinkAction>
      </div>
    </>
  );
}

/** What stands under the name: the provider reads it before participants do. */
export function OfficeWords({ office, others, place }: OfficePageProps) {
  const t = useTranslations('choice');
  const tRating = useTranslations('rating');
  return (
    <>
      {office.closedBecause !== null && (
        <Notice tone="warn" className="mb-6">
          {t(`office.${CLOSED_WORDS[office.closedBecause]}`)}
        </Notice>
      )}
      <div className="grid gap-5 lg:grid-cols-2">
        {office.ownWords !== '' && (
          <Card title={t('office.own')}>
            <p className="text-lg">
              <OwnWords {...office} />
            </p>
          </Card>
        )}
        <Card title={tRating('title')}>
          <Rating rating={office.rating} untitled full />
        </Card>
        {office.presentation !== null && <PresentationFacts presentation={office.presentation} />}
        <Card title={t('office.facts')} className="lg:col-span-2">
          <ProviderFacts provider={office} />
          {office.phone !== null && (
            <div className="mt-5 border-t border-line pt-5">
              <PhoneHelp phone={office.phone} words={t('office.callThem')} />
            </div>
          )}
        </Card>
        {others.length > 0 && (
          <Card title={t('office.others')} className="lg:col-span-2">
            <ul className="grid gap-1">
              {others.map((other) => (
                <li key={other.officeId} className="flex flex-wrap items-center gap-x-4">
                  <TextLink
                    href={officePath(place, other.officeId)}
                    className="inline-flex min-h-(--target) items-center"
                  >
                    <Premises {...other} />
                  </TextLink>
                  {other.metres !== null && <Distance metres={other.metres} />}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}
