import { useLocale, useTranslations } from 'next-intl';
import { DocumentFacts } from '#components/participant/document/facts.tsx';
import { OwnWords } from '#components/participant/own-words.tsx';
import { EXTENSION_PARTS, type ExtensionContent } from '#lib/domain/extension/extension.ts';
import type { InformativeReport } from '#lib/domain/informative-report/informative-report.ts';
import type { InterruptionContent } from '#lib/domain/interruption-request/interruption-request.ts';
import type { Signal } from '#lib/domain/signal/signal.ts';
import type { SupportedEmployment } from '#lib/domain/supported-employment/supported-employment.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

/** What an informative report says. */
export function OwnInformative({ content }: { readonly content: InformativeReport }) {
  const t = useTranslations('own-documents.informative');
  const locale = useLocale();
  const { category, text, answerBy } = content;
  return (
    <DocumentFacts
      facts={[
        { term: t('category'), said: t(`categories.${category}`) },
        { term: t('text'), text },
        answerBy === null ? null : { term: t('answerBy'), said: dateInWords(answerBy, locale) },
      ]}
    />
  );
}

/** What a request for interruption says. */
export function OwnInterruption({ content }: { readonly content: InterruptionContent }) {
  const t = useTranslations('own-documents.interruption');
  const locale = useLocale();
  return (
    <DocumentFacts
      facts={[
        { term: t('cause'), said: t(`causes.${content.cause}`) },
        { term: t('lastDay'), said: dateInWords(content.lastDay, locale) },
        { term: t('happened'), text: content.happened },
        { term: t('adapted'), text: content.adapted },
        { term: t('said'), text: content.said },
      ]}
    />
  );
}

/** What is asked for an employment with support. */
export function OwnSupportedEmployment({ content }: { readonly content: SupportedEmployment }) {
  const t = useTranslations('own-documents.support');
  const locale = useLocale();
  const { employerName, contact, duties, extentPercent, startsOn, support, answerBy, message } = content;
  return (
    <DocumentFacts
      facts={[
        { term: t('employer'), said: <OwnWords>{employerName}</OwnWords> },
        { term: t('contact'), said: <OwnWords>{contact}</OwnWords> },
        { term: t('duties'), text: duties },
        { term: t('extent'), said: t('percent', { percent: extentPercent }) },
        { term: t('startsOn'), said: dateInWords(startsOn, locale) },
        { term: t('support'), said: t(`kinds.${support}`) },
        { term: t('answerBy'), said: dateInWords(answerBy, locale) },
        message === '' ? null : { term: t('message'), text: message },
      ]}
    />
  );
}

/** What a basis for another period says. */
export function OwnExtension({ content }: { readonly content: ExtensionContent }) {
  const t = useTranslations('own-documents.extension');
  const locale = useLocale();
  return (
    <>
      <p className="mb-4">{t('periodEnds', { day: dateInWords(content.answerBy, locale) })}</p>
      <DocumentFacts
        facts={EXTENSION_PARTS.map((part) => ({ term: t(`parts.${part}`), text: content[part] }))}
      />
    </>
  );
}

/** What a signal of work or studies says. */
export function OwnSignal({ content }: { readonly content: Signal }) {
  const t = useTranslations('own-documents.signal');
  const locale = useLocale();
  const { type, extentPercent, from, appliedOn, employerName, signalledOn } = content;
  return (
    <DocumentFacts
      facts={[
        { term: t('type'), said: t(`types.${type}`) },
        { term: t('extent'), said: t('percent', { percent: extentPercent }) },
        { term: t('starts'), said: dateInWords(from, locale) },
        {
          term: t('employer'),
          said: employerName === '' ? t('unknown') : <OwnWords>{employerName}</OwnWords>,
        },
        appliedOn === null ? null : { term: t('applied'), said: dateInWords(appliedOn, locale) },
        { term: t('told'), said: dateInWords(signalledOn, locale) },
      ]}
    />
  );
}
