import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { RefreshWhileWaiting } from '#components/ui/refresh-while-waiting.tsx';
import { Status } from '#components/ui/status.tsx';
import type { DataExtractState, DataExtractView } from '#lib/domain/data-protection/data-extract.ts';
import { clockInWords, dateInWords } from '#lib/shared/i18n/date-words.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

const TONES = {
  waiting: 'wait',
  running: 'wait',
  ready: 'ok',
  fetched: 'none',
  failed: 'stop',
  gone: 'none',
} as const satisfies Record<DataExtractState, string>;

/** Extracts that were asked for, how each stands, and the way to fetch one. */
export function OwnExtracts({ extracts }: { readonly extracts: readonly DataExtractView[] }) {
  const t = useTranslations('own-data');
  const locale = useLocale();
  if (extracts.length === 0) return null;
  const isWaiting = extracts.some(({ state }) => state === 'waiting' || state === 'running');
  return (
    <section aria-labelledby="extracts" className="mb-8 max-w-measure">
      <h2 id="extracts" className="mb-3 text-lg">
        {t('earlier')}
      </h2>
      <Card>
        <ul className="grid gap-4">
          {extracts.map(({ id, state, requestedAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <span className="grid">
                {t('asked', {
                  day: `${dateInWords(plainDateFromDate(requestedAt), locale)} ${clockInWords(requestedAt, locale)}`,
                })}
                <Status tone={TONES[state]}>{t(`state.${state}`)}</Status>
              </span>
              {state === 'ready' && (
                <form method="post" action={`/api/data-extracts/${id}/file`}>
                  <Button>{t('fetch')}</Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      </Card>
      {isWaiting && (
        <>
          <RefreshWhileWaiting />
          <noscript>
            <p>{t('refresh')}</p>
          </noscript>
        </>
      )}
    </section>
  );
}
