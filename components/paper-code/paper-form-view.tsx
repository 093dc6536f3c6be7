import { getTranslations } from 'next-intl/server';
import { CodePart } from '#components/paper-code/paper-form-code.tsx';
import { PaperProviders } from '#components/paper-code/paper-providers.tsx';
import type { PaperForm } from '#lib/domain/paper-code/paper-form.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { directionOf, type Locale } from '#lib/shared/i18n/locale.ts';

export interface PaperFormViewProps {
  form: PaperForm;
  /** The participant's language, whatever the caseworker reads. */
  locale: Locale;
  portalUrl: string;
  phone: string | null;
}

/** The choice as a form on paper: by when, the code and its picture, and everybody who can be chosen as equal rows to tick. */
export async function PaperFormView({ form, locale, portalUrl, phone }: PaperFormViewProps) {
  const t = await getTranslations({ locale, namespace: 'paper-code.form' });
  return (
    <article lang={locale} dir={directionOf(locale)} className="paper grid grid-cols-[minmax(0,1fr)] gap-6">
      <header>
        <p>
          {t('to')} <bdi className="font-bold">{form.helped.name}</bdi>
        </p>
        <h2 className="mt-3 text-2xl">{t('title')}</h2>
        <p className="mt-2 max-w-measure">{t('lead')}</p>
        <p className="mt-2 text-lg font-bold">
          {form.passed
            ? t('passed')
            : t('lastDay', { date: dateInWords(form.chooseBy, locale, 'weekdayDate') })}
        </p>
        <p className="mt-1 max-w-measure">
          {t('start', { date: dateInWords(form.startOn, locale, 'weekdayDate') })} {t('otherwise')}
        </p>
      </header>
      <CodePart form={form} locale={locale} portalUrl={portalUrl} />
      <section>
        <h3 className="text-lg">{t('paper')}</h3>
        <p className="mt-1 mb-3">{t('paperHow')}</p>
        <PaperProviders providers={form.providers} locale={locale} />
        <p className="mt-8 grid grid-cols-[1fr_2fr] gap-8">
          <span className="border-t border-ink pt-1">{t('date')}</span>
          <span className="border-t border-ink pt-1">{t('signature')}</span>
        </p>
      </section>
      <footer>
        <h3 className="text-lg">{t('help')}</h3>
        <p>{phone === null ? t('helpCaseworker') : t('call', { phone: isolated(phone) })}</p>
      </footer>
    </article>
  );
}

/** A number in a sentence that is written the other way keeps its order: first strong isolate, pop (Unicode bidi). */
function isolated(text: string): string {
  return `\u2066${text}\u2069`;
}
