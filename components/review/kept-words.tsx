import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/sheet.tsx';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = { readonly attempt: KeptForm | null };

/** What somebody had written in a decision that somebody else was before with: theirs to copy, where the form is gone. */
export function KeptWords({ attempt }: Props) {
  const t = useTranslations('review-bench.kept');
  if (attempt?.problem.status !== 409) return null;
  const words = Object.entries(attempt.values)
    .filter(([name, value]) => (name === 'reason' || name.endsWith('.text')) && value.trim() !== '')
    .map(([, value]) => value);
  if (words.length === 0) return null;
  return (
    <Card title={t('title')} className="mb-6">
      <p className="mb-2 text-ink-2">{t('lead')}</p>
      <ul className="grid gap-2">
        {words.map((text) => (
          <li key={text} className="max-w-measure whitespace-pre-line">
            {text}
          </li>
        ))}
      </ul>
    </Card>
  );
}
