import { useLocale, useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Newcomer } from '#lib/domain/todo/todo.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly newcomers: readonly Newcomer[];
  readonly count: number;
  readonly today: PlainDate;
  readonly mayAssign: boolean;
};

/** Those whose service begins now. */
export function Newcomers({ newcomers, count, today, mayAssign }: Props) {
  const t = useTranslations('todo.newcomers');
  return (
    <Card title={t('title', { count })}>
      {newcomers.length === 0 ? (
        <p className="text-ink-2">{t('none')}</p>
      ) : (
        <ul>
          {newcomers.map((newcomer) => (
            <Line key={newcomer.placementId} newcomer={newcomer} today={today} mayAssign={mayAssign} />
          ))}
        </ul>
      )}
      {count > newcomers.length && (
        <p className="mt-3">
          <TextLink href="/provider/participants">{t('all')}</TextLink>
        </p>
      )}
    </Card>
  );
}

type LineProps = {
  readonly newcomer: Newcomer;
  readonly today: PlainDate;
  readonly mayAssign: boolean;
};

function Line({ newcomer, today, mayAssign }: LineProps) {
  const t = useTranslations('todo.newcomers');
  const locale = useLocale();
  const { placementId, name, level, from, choice, language, needsLanguageSupport, hasCoach } = newcomer;
  const day = dateInWords(from, locale, 'day');
  const assigns = mayAssign && !hasCoach;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t border-line py-3 last:pb-0">
      <div className="min-w-0 flex-1 basis-40">
        <b>{name}</b>
        <span className="block text-xs text-ink-2">
          {t('facts', { level, choice })} {from > today ? t('begins', { day }) : t('began', { day })}
        </span>
        {needsLanguageSupport && (
          <span className="block text-xs text-ink-2">
            {t('language', { language: languageName(language, locale) })}
          </span>
        )}
      </div>
      <LinkAction
        href={
          assigns ? `/provider/participants/${placementId}#coach` : `/provider/participants/${placementId}`
        }
        look={assigns ? 'line' : 'plain'}
      >
        {assigns ? t('assign') : t('open')}
        <span className="sr-only"> {t('for', { name })}</span>
      </LinkAction>
    </li>
  );
}
