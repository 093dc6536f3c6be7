import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Status } from '#components/ui/status.tsx';
import { type PlanShare, shareState } from '#lib/domain/plan-share/plan-share.ts';
import { clockInWords, dateInWords } from '#lib/shared/i18n/date-words.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

type Props = { readonly share: PlanShare; readonly now: Date; readonly formKey: string };

/** One link: for whom, how it stands, when it was opened, and the way to close it. */
export function PlanShareItem({ share, now, formKey }: Props) {
  const t = useTranslations('own-plan.share');
  const locale = useLocale();
  const { id, recipient, opened, openings } = share;
  const state = shareState(share, now);
  const at = new Date(state === 'closed' && share.closedAt !== null ? share.closedAt : share.expiresAt);
  const facts = { day: dateInWords(plainDateFromDate(at), locale), clock: clockInWords(at, locale) };
  return (
    <li className="border-t border-line py-4 first:border-t-0 first:pt-0 last:pb-0">
      <h3>{t.rich('for', { recipient, name: (words) => <bdi>{words}</bdi> })}</h3>
      <Status tone={state === 'open' ? 'ok' : 'none'}>{t(`state.${state}`, facts)}</Status>
      {opened === 0 ? (
        <p>{t('opened', { count: opened })}</p>
      ) : (
        <DisclosureMore summary={t('opened', { count: opened })}>
          <ul aria-label={t('openings')}>
            {openings.map((opening) => (
              <li key={opening}>
                <InstantText instant={new Date(opening)} />
              </li>
            ))}
          </ul>
          {openings.length < opened && <p className="text-ink-2">{t('more')}</p>}
        </DisclosureMore>
      )}
      {state === 'open' && (
        <form method="post" action={`/api/participant/plan-shares/${id}/close`} className="mt-2">
          <FormBasis formKey={formKey} back="/participant/plan/share" />
          <Button aria-label={t('closeOf', { recipient })}>{t('close')}</Button>
        </form>
      )}
    </li>
  );
}
