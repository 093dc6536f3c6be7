import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';

export interface CodeStripProps {
  /** All that is said of whom it is for. */
  givenName: string;
  chosen: boolean;
}

/** Whom one chooses for, and the way out: on a computer that others use. */
export function CodeStrip({ givenName, chosen }: CodeStripProps) {
  const t = useTranslations('paper-code.strip');
  return (
    <aside aria-label={t('label')} className="no-print border-b border-line bg-accent-wash">
      <div className="band flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
        <p className="font-medium">
          {t.rich(chosen ? 'chosen' : 'for', { name: givenName, n: (name) => <bdi>{name}</bdi> })}
        </p>
        <form method="post" action="/api/code/end">
          <Button look="line">{t(chosen ? 'done' : 'leave')}</Button>
        </form>
      </div>
    </aside>
  );
}
