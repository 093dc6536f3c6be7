import { useLocale, useTranslations } from 'next-intl';
import { Status } from '#components/ui/status.tsx';
import type { ApiClientView } from '#lib/domain/api-client/system-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

/** Whose standing signature a system has, in a few words. */
export function StandingText({ client }: { client: ApiClientView }) {
  const t = useTranslations('systems.clients');
  const locale = useLocale();
  const { standing, scopes } = client;
  if (!scopes.includes('reports.write')) return t('notNeeded');
  if (standing === null) return t('noStanding');
  const { name, givenAt, counts } = standing;
  if (!counts) return <Status tone="warn">{t('standingEnded', { name })}</Status>;
  if (givenAt === null) return name;
  return t('standingSince', { name, date: formatDate(plainDateFromDate(givenAt), locale) });
}
