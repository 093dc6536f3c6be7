import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CommandForm } from '#components/choice/command-form.tsx';
import { Premises } from '#components/choice/premises.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { AreaOffice } from '#lib/domain/choice/choice-provider.ts';
import { type ChoosingPlace, commandPath, confirmPath, listPath } from '#lib/domain/choice/choosing-place.ts';
import type { ToChoose } from '#lib/domain/participant/own-situation.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { Period } from '#lib/shared/period.ts';
import { addDays } from '#lib/shared/plain-date.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';

export interface ConfirmChoiceProps {
  place: ChoosingPlace;
  office: AreaOffice;
  toChoose: ToChoose;
  period: Period;
  formKey: string;
  /** What who chooses for somebody adds to the form. */
  children?: ReactNode;
}

/** What the choice means, before it is made. */
export function ConfirmChoice(props: ConfirmChoiceProps) {
  const { place, office, toChoose, period, formKey, children } = props;
  const t = useTranslations('choice.confirm');
  const locale = useLocale();
  const facts = [
    { term: t('who'), detail: <bdi lang="sv">{office.name}</bdi> },
    { term: t('where'), detail: <Premises {...office} /> },
    { term: t('start'), detail: dateInWords(period.from, locale, 'weekdayDate') },
    { term: t('end'), detail: dateInWords(addDays(period.to, -1), locale, 'weekdayDate') },
    ...(office.phone === null ? [] : [{ term: t('phone'), detail: <bdi>{office.phone}</bdi> }]),
  ];
  return (
    <>
      <PageHeading title={t('chooseTitle', { provider: isolated(office.name, locale) })} />
      <Card title={t('means')}>
        <DescriptionList facts={facts} />
        <p className="mt-4 max-w-measure">{t('chooseNext')}</p>
        <p className="mt-2 max-w-measure">{t('chooseSwitch')}</p>
      </Card>
      <CommandForm
        action={commandPath(place)}
        formKey={formKey}
        back={confirmPath(place, office.officeId)}
        hidden={{
          decisionId: toChoose.decisionId,
          decisionVersion: toChoose.version,
          officeId: office.officeId,
        }}
        className="mt-6 flex flex-wrap gap-4"
      >
        {children}
        <Button look="go" big>
          {t('chooseSubmit', { provider: isolated(office.name, locale) })}
        </Button>
        <LinkAction big href={listPath(place)}>
          {t('cancel')}
        </LinkAction>
      </CommandForm>
    </>
  );
}
