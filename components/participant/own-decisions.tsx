import { useLocale, useTranslations } from 'next-intl';
import { useDecisionWords } from '#components/placement-decision/decision-words.ts';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { OwnDecisions } from '#lib/domain/placement-decision/placement-decision.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

/** What has been decided of the participant's time in the service, why, and what follows. */
export function OwnDecisionsCard({ decisions, asked }: OwnDecisions) {
  const t = useTranslations('interruption-request.own');
  const extension = useTranslations('extension.own');
  const locale = useLocale();
  const words = useDecisionWords('own');
  if (decisions.length === 0 && asked === null) return null;
  return (
    <Card title={t('title')}>
      {asked !== null && (
        <p className="mb-3">
          {extension('waits', { day: dateInWords(asked.answerBy, locale) })}{' '}
          <TextLink href={`/participant/documents/${asked.documentId}`}>{t('read')}</TextLink>
        </p>
      )}
      <ul className="grid gap-4">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <p className="font-medium">{words(decision)}</p>
            {decision.kind === 'extension' && <p>{t('extensionNext')}</p>}
            {(decision.kind === 'end' || decision.kind === 'noExtension') && <p>{t('endNext')}</p>}
            {decision.reason !== '' && (
              <p className="mt-1 max-w-measure">
                <b className="font-medium">{t('why')}:</b> {decision.reason}
              </p>
            )}
            <p className="text-ink-2">{t('decidedOn', { day: dateInWords(decision.decidedOn, locale) })}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
