import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';

/** On a card, where the identity number stands for others: the way to one look. */
export function CardProtected({ participantId }: { participantId: string }) {
  const t = useTranslations('protected-identity.card');
  return (
    <div id="identity" className="no-print">
      <Card title={t('title')}>
        <p className="mb-3 text-ink-2">{t('text')}</p>
        <TextLink href={`/protected/${participantId}`}>{t('link')}</TextLink>
      </Card>
    </div>
  );
}
