import { useLocale, useTranslations } from 'next-intl';
import { useGridTools } from '#components/month-grid/grid-tools.tsx';
import { useRuns } from '#components/month-grid/use-runs.ts';
import { useSaving } from '#components/month-grid/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { clockInWords } from '#lib/shared/i18n/date-words.ts';

/** The button without JavaScript stands outside the form that it sends. */
export const GRID_FORM_ID = 'month-grid';

/** Whether what is typed is kept: in words where the page keeps it by itself, a button where it cannot. */
export function SaveWords() {
  const t = useTranslations('month-grid.save');
  const runs = useRuns();
  const { isPlain } = useGridTools();
  if (!runs || isPlain)
    return (
      <Button look="go" form={GRID_FORM_ID}>
        {t('submit')}
      </Button>
    );
  return <KeptWords />;
}

function KeptWords() {
  const t = useTranslations('month-grid.save');
  const locale = useLocale();
  const saving = useSaving();
  const { month } = useGridTools();
  if (saving.refused > 0) return <Status tone="stop">{t('refused', { count: saving.refused })}</Status>;
  // A browser that writes nothing down loses it with its tab.
  const unkept = saving.journal === 'kept' ? undefined : t('unkept');
  switch (saving.kind) {
    case 'idle':
      return <span className="text-ink-2">{t('idle')}</span>;
    case 'saving':
      return <span className="text-ink-2">{t('saving')}</span>;
    case 'saved':
      return <Status tone="ok">{t('saved', { time: clockInWords(new Date(saving.at), locale) })}</Status>;
    case 'offline':
      return (
        <Status tone="warn" reason={unkept}>
          {t('offline')}
        </Status>
      );
    case 'loggedOut':
      return (
        <Status tone="warn" reason={unkept}>
          {t('loggedOut')}{' '}
          <TextLink href={`/login?returnTo=${encodeURIComponent(`/provider/months/${month}`)}`}>
            {t('logIn')}
          </TextLink>
        </Status>
      );
    case 'failed':
      return (
        <Status tone="warn" reason={unkept}>
          {t('failed')}
        </Status>
      );
  }
}
