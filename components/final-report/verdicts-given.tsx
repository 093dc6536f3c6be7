import { useLocale, useTranslations } from 'next-intl';
import { Status } from '#components/ui/status.tsx';
import type { GivenVerdict } from '#lib/domain/final-report/final-report.ts';
import { formatDate } from '#lib/shared/format-date.ts';

const TONES = { yes: 'ok', partly: 'warn', no: 'stop' } as const;

/** What caseworkers say of a final report: not who, but what was missing. */
export function VerdictsGiven({ verdicts }: { readonly verdicts: readonly GivenVerdict[] }) {
  const t = useTranslations('final-report.verdict');
  const locale = useLocale();
  if (verdicts.length === 0) return <p className="text-ink-2">{t('none')}</p>;
  return (
    <ul className="grid gap-3">
      {verdicts.map(({ id, verdict, missing, on }) => (
        <li key={id}>
          <Status tone={TONES[verdict]}>{t(`answers.${verdict}`)}</Status>
          <span className="text-sm text-ink-3"> {formatDate(on, locale)}</span>
          {missing !== '' && <p className="max-w-measure whitespace-pre-line">{missing}</p>}
        </li>
      ))}
    </ul>
  );
}
