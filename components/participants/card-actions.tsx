import { useLocale, useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import type { CardAction } from '#lib/domain/placement/card-actions.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

type Props = { readonly actions: readonly CardAction[]; readonly name: string };

/** What can be done for the participant now; the first is what is due next. */
export function CardActions({ actions, name }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  if (actions.length === 0) return null;
  return (
    <nav aria-label={t('participants.actionsTitle', { name })} className="no-print mt-6">
      <ul className="flex flex-wrap gap-x-3 gap-y-2">
        {actions.map(({ kind, href, words, due }, index) => (
          <li key={kind}>
            <LinkAction href={href} look={index === 0 && due !== null ? 'go' : 'line'}>
              <span>
                {t(words)}
                {due !== null && (
                  <span className="font-normal">
                    {' '}
                    {t('participants.actionDue', { day: dateInWords(due, locale, 'short') })}
                  </span>
                )}
              </span>
            </LinkAction>
          </li>
        ))}
      </ul>
    </nav>
  );
}
