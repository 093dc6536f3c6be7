import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { Select } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { LOCALE_NAMES, LOCALES, type Locale } from '#lib/shared/i18n/locale.ts';

export interface PaperPageProps {
  title: string;
  lead: string;
  printWords: string;
  backWords: string;
  back: string;
  /** Another language of the same paper; left out where it can only be looked at once. */
  locale?: Locale | undefined;
  /** Beside the button that prints. */
  actions?: ReactNode;
  children: ReactNode;
}

/** What is to be printed, as it will be, under what is only on the screen. */
export function PaperPage(props: PaperPageProps) {
  const { title, lead, printWords, backWords, back, locale, actions, children } = props;
  const t = useTranslations('assisted.letter');
  return (
    <>
      <div className="no-print">
        <PageHeading title={title} lead={lead} />
        {locale !== undefined && (
          <form method="get" className="mb-4 flex flex-wrap items-end gap-3">
            <label className="grid gap-1 font-medium">
              {t('language')}
              <Select
                name="language"
                defaultValue={locale}
                options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
              />
            </label>
            <Button look="line">{t('show')}</Button>
          </form>
        )}
        <div className="mb-6 flex flex-wrap items-center gap-3">
          <PrintButton>{printWords}</PrintButton>
          {actions}
          <LinkAction icon="left" href={back}>
            {backWords}
          </LinkAction>
        </div>
      </div>
      <div className="max-w-[820px] rounded-md border border-line bg-sheet p-8 max-md:p-4 print:border-0 print:p-0">
        {children}
      </div>
    </>
  );
}
