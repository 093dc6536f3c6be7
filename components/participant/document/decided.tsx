import { useLocale, useTranslations } from 'next-intl';
import { SwedishText } from '#components/participant/own-words.tsx';
import type { OwnDocumentContent } from '#lib/domain/participant/own-document.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** What was decided beside yes or no, by the document's kind; nothing where there is nothing more. */
export function OwnDocumentDecided({ document }: { readonly document: OwnDocumentContent }) {
  const t = useTranslations('own-documents');
  const locale = useLocale();
  const day = (date: PlainDate): string => dateInWords(date, locale);
  if (document.decision === null) return null;
  switch (document.kind) {
    case 'deviationReport': {
      const { next } = document.decision;
      if (next === '') return null;
      return (
        <>
          <p className="mt-3 text-ink-2">{t('deviation.next')}</p>
          <SwedishText>{next}</SwedishText>
        </>
      );
    }
    case 'interruptionRequest': {
      const { decision } = document;
      if (decision.kind === 'returned') return null;
      if (decision.kind === 'goesOn') return <p className="mt-3">{t('interruption.goesOn')}</p>;
      const facts = {
        day: day(addDays(decision.end, -1)),
        cause: t(`interruption.causes.${decision.cause}`),
      };
      return <p className="mt-3">{t('interruption.ended', facts)}</p>;
    }
    case 'supportedEmployment': {
      const { support, from, to } = document.decision;
      const facts = { support: t(`support.kinds.${support}`), from: day(from), to: day(addDays(to, -1)) };
      return <p className="mt-3">{t('support.granted', facts)}</p>;
    }
    case 'extension': {
      const { decision } = document;
      if (decision.kind === 'returned') return null;
      return (
        <p className="mt-3">
          {decision.kind === 'extended'
            ? t('extension.extended', { from: day(decision.from), to: day(addDays(decision.to, -1)) })
            : t('extension.notExtended', { day: day(decision.lastDay) })}
        </p>
      );
    }
    case 'signal': {
      const { course, endsOn } = document.decision;
      if (course === null) return null;
      return <p className="mt-3">{t(`signal.${course}`, { day: endsOn === null ? '' : day(endsOn) })}</p>;
    }
  }
}
