import { getTranslations } from 'next-intl/server';
import { DescriptionList } from '#components/ui/description-list.tsx';
import type { HelpLetter } from '#lib/domain/assistance/helped.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { directionOf, type Locale } from '#lib/shared/i18n/locale.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

export interface LetterViewProps {
  letter: HelpLetter;
  /** The participant's language, whatever the caseworker reads. */
  locale: Locale;
  phone: string | null;
}

/** What was done for the participant, when and by whom, whom to call, and how to change one's mind. */
export async function LetterView({ letter, locale, phone }: LetterViewProps) {
  const t = await getTranslations({ locale, namespace: 'paper-code.letter' });
  const { kind, assistedBy, helped, undoUntil, shared } = letter;
  const about = assistedBy === 'paperCode' ? 'code' : kind;
  return (
    <article lang={locale} dir={directionOf(locale)} className="paper grid grid-cols-[minmax(0,1fr)] gap-6">
      <header>
        <p>
          {t('to')} <bdi className="font-bold">{helped.name}</bdi>
        </p>
        <h2 className="mt-3 text-2xl">{t(`${about}.title`)}</h2>
        <p className="mt-2 max-w-measure">{t(`${about}.lead`)}</p>
      </header>
      <LetterFacts letter={letter} locale={locale} />
      <section>
        <h3 className="text-lg">{t('next')}</h3>
        <p className="mt-1">{t(kind === 'undo' ? 'nextStays' : 'nextText')}</p>
      </section>
      {shared !== null && (
        <section>
          <h3 className="text-lg">{t('shared')}</h3>
          <p className="mt-1">{t(sharedWords(shared))}</p>
        </section>
      )}
      <section>
        <h3 className="text-lg">{t('change')}</h3>
        <p className="mt-1">
          {undoUntil === null
            ? t('changeChoice')
            : t('changeSwitch', { date: dateInWords(undoUntil, locale, 'weekdayDate') })}{' '}
          {t('how')}
        </p>
        <p className="mt-2">
          {phone === null ? t('callCaseworker') : t('call', { phone: `\u2066${phone}\u2069` })}
        </p>
      </section>
    </article>
  );
}

function sharedWords({ plan, finalReport }: NonNullable<HelpLetter['shared']>) {
  if (plan) return finalReport ? 'sharedBoth' : 'sharedPlan';
  return finalReport ? 'sharedFinalReport' : 'sharedNothing';
}

async function LetterFacts({ letter, locale }: Omit<LetterViewProps, 'phone'>) {
  const t = await getTranslations({ locale, namespace: 'paper-code.letter' });
  const { provider, street, place, phone, openingHours, from, to, doneOn, by, assistedBy, kind } = letter;
  const day = (date: PlainDate) => dateInWords(date, locale, 'weekdayDate');
  return (
    <DescriptionList
      facts={[
        { term: t('who'), detail: <bdi lang="sv">{provider}</bdi> },
        {
          term: t('where'),
          detail: (
            <bdi lang="sv">
              {street}, {place}
            </bdi>
          ),
        },
        ...(phone === null ? [] : [{ term: t('phone'), detail: <bdi dir="ltr">{phone}</bdi> }]),
        ...(openingHours === null ? [] : [{ term: t('open'), detail: <bdi lang="sv">{openingHours}</bdi> }]),
        { term: t(kind === 'undo' ? 'stays' : 'from'), detail: day(from) },
        { term: t('to2'), detail: day(addDays(to, -1)) },
        { term: t('when'), detail: day(doneOn) },
        { term: t('by'), detail: assistedBy === 'paperCode' ? t('byCode') : <bdi>{by}</bdi> },
      ]}
    />
  );
}
