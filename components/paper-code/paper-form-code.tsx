import { getTranslations } from 'next-intl/server';
import { QrCode } from '#components/paper-code/qr-code.tsx';
import { codeAddress, typedAddress } from '#lib/domain/paper-code/code-address.ts';
import type { PaperForm } from '#lib/domain/paper-code/paper-form.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';

export interface CodePartProps {
  form: PaperForm;
  locale: Locale;
  portalUrl: string;
}

/** The code in groups and as a picture, and how to use either. */
export async function CodePart({ form: { code, codeLastDay }, locale, portalUrl }: CodePartProps) {
  const t = await getTranslations({ locale, namespace: 'paper-code.form' });
  const address = typedAddress(portalUrl);
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-5 rounded-md border-2 border-ink p-5 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <QrCode
        text={codeAddress(portalUrl, code)}
        label={t('scanAlt', { address })}
        className="h-auto w-36 max-w-full"
      />
      <div>
        <h3 className="text-lg">{t('online')}</h3>
        <p className="mt-1">{t('scan')}</p>
        <p className="mt-2">{t('type', { address: `\u2066${address}\u2069` })}</p>
        <p className="my-3 font-mono text-2xl font-bold tracking-wider max-sm:text-base max-sm:tracking-normal">
          <bdi dir="ltr">{code}</bdi>
        </p>
        <p>{t('codeLasts', { date: dateInWords(codeLastDay, locale, 'weekdayDate') })}</p>
        <p className="mt-1">{t('secret')}</p>
      </div>
    </section>
  );
}
