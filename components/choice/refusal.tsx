import { useTranslations } from 'next-intl';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import type { KeptForm } from '#lib/shared/kept-form.ts';

/** Why what was sent could not be done, in the page's language, and what to do now. Nothing when nothing was refused. */
export function Refusal({ attempt }: { attempt: KeptForm | null }) {
  const t = useTranslations('choice.problem');
  if (attempt === null) return null;
  const { code } = attempt.problem;
  return <ErrorSummary problems={[]} title={t.has(code as 'other') ? t(code as 'other') : t('other')} />;
}
