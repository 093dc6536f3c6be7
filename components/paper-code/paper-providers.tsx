import { getTranslations } from 'next-intl/server';
import type { PaperProvider } from '#lib/domain/paper-code/paper-form.ts';
import { languagesInWords } from '#lib/shared/i18n/language-name.ts';
import { intlTag, type Locale } from '#lib/shared/i18n/locale.ts';

export interface PaperProvidersProps {
  providers: readonly PaperProvider[];
  locale: Locale;
}

const KILOMETRE = 1000;
const NEAR = 10 * KILOMETRE;

/** Everybody who can be chosen, a box to tick before each: rows alike, in the order of the list on the screen. */
export async function PaperProviders({ providers, locale }: PaperProvidersProps) {
  const t = await getTranslations({ locale, namespace: 'paper-code.form' });
  const homeKnown = providers.some(({ metres }) => metres !== null);
  const away = (metres: number) => {
    const digits = { maximumFractionDigits: metres < NEAR ? 1 : 0 };
    const kilometres = new Intl.NumberFormat(intlTag(locale), digits).format(metres / KILOMETRE);
    const distance =
      metres < KILOMETRE ? t('metres', { count: String(metres) }) : t('kilometres', { count: kilometres });
    return t('away', { distance });
  };
  return (
    <>
      <p className="mb-2 text-ink-2">{t(homeKnown ? 'order' : 'orderRandom')}</p>
      <table className="w-full border-collapse max-sm:block">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="max-sm:sr-only">
          <tr className="border-b-2 border-ink">
            {(['cross', 'who', 'where', 'languages', 'phone'] as const).map((key) => (
              <th key={key} scope="col" className="p-2 text-start">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {providers.map(({ officeId, name, street, place, phone, languages, metres }) => (
            <tr key={officeId} className="border-b border-line-strong align-top max-sm:block max-sm:py-2">
              <td className="p-2 max-sm:block max-sm:py-1">
                <span className="sr-only" lang="sv">
                  {name}
                </span>
                <span className="inline-block size-7 border-2 border-ink" />
              </td>
              <th scope="row" className="p-2 text-start max-sm:block max-sm:py-1">
                <bdi lang="sv">{name}</bdi>
              </th>
              <td className="p-2 max-sm:block max-sm:py-1">
                <bdi lang="sv">
                  {street}, {place}
                </bdi>
                {metres !== null && <span className="block">{away(metres)}</span>}
              </td>
              <td className="p-2 max-sm:block max-sm:py-1">{languagesInWords(languages, locale)}</td>
              <td className="p-2 max-sm:block max-sm:py-1 whitespace-nowrap">
                <bdi dir="ltr">{phone ?? '–'}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
