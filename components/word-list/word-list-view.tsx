import { useLocale, useTranslations } from 'next-intl';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { messagesFor } from '#lib/shared/i18n/catalogue.ts';

const SWEDISH = messagesFor('sv')['word-list'].word;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the list are its words
const WORDS = Object.keys(SWEDISH) as (keyof typeof SWEDISH)[];

/** The terms of the service in plain words, in the order of the page's language, with what each is called in Swedish. */
export function WordListView() {
  const t = useTranslations('word-list');
  const tUi = useTranslations('ui');
  const locale = useLocale();
  const isSwedish = locale === 'sv' || locale === 'sv-simple';
  const collator = new Intl.Collator(locale);
  const words = WORDS.map((word) => ({
    word,
    name: t(`word.${word}.name`),
    text: t(`word.${word}.text`),
  })).toSorted((a, b) => collator.compare(a.name, b.name));
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} aside={<PrintButton>{tUi('print')}</PrintButton>} />
      <dl className="grid max-w-190 gap-x-10 gap-y-7">
        {words.map(({ word, name, text }) => (
          <div key={word} id={word} className="word border-t border-line pt-4">
            <dt className="text-lg font-bold">
              <dfn>{name}</dfn>
              {!isSwedish && (
                <span className="block text-base font-normal text-ink-2">
                  {t('swedish')}: <bdi lang="sv">{SWEDISH[word].name}</bdi>
                </span>
              )}
            </dt>
            <dd className="mt-1 max-w-measure">{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
