import { useLocale, useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { StatementNews } from '#lib/domain/todo/todo.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

/** The latest statement, while it is new. */
export function StatementCard({ statement }: { readonly statement: StatementNews }) {
  const t = useTranslations('todo.statement');
  const locale = useLocale();
  const { id, cutOff, proposedOn, payableOre } = statement;
  return (
    <Card title={t('title')}>
      <p>
        <Amount value={payableOre} size="big" /> <Example />
      </p>
      <p className="mt-2 text-ink-2">
        {t('text', {
          cutOff: dateInWords(cutOff, locale, 'day'),
          proposed: dateInWords(proposedOn, locale, 'day'),
        })}
      </p>
      <p className="mt-3">
        <TextLink href={`/provider/statements/${id}`}>{t('read')}</TextLink>
      </p>
    </Card>
  );
}
