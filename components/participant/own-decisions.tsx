import { useLocale, useTranslations } from 'next-intl';
import { OwnDecisionText } from '#components/participant/own-decision-words.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { OwnDecisions } from '#lib/domain/placement-decision/placement-decision.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

/** Decisions that stand on the first page; the others are among the documents. */
const SHOWN = 2;

/** What has been decided of the participant's time in the service, why, and what follows. */
export function OwnDecisionsCard({ decisions, asked }: OwnDecisions) {
  const t = useTranslations('own-documents.decisions');
  const locale = useLocale();
  if (decisions.length === 0 && asked === null) return null;
  return (
    <Card title={t('title')}>
      {asked !== null && (
        <p className="mb-3">
          {t('waits', { day: dateInWords(asked.answerBy, locale) })}{' '}
          <TextLink
            href={`/participant/documents/${asked.documentId}`}
            className="inline-flex min-h-(--target) items-center"
          >
            {t('read')}
          </TextLink>
        </p>
      )}
      <ul className="grid gap-4">
        {decisions.slice(0, SHOWN).map((decision) => (
          <li key={decision.id}>
            <OwnDecisionText decision={decision} />
          </li>
        ))}
      </ul>
      {decisions.length > SHOWN && (
        <p className="mt-3">
          <TextLink
            href="/participant/documents?kind=decision"
            className="inline-flex min-h-(--target) items-center"
          >
            {t('all')}
          </TextLink>
        </p>
      )}
    </Card>
  );
}
