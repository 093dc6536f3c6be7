import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';

/** What stands on the participant's own pages, each with the way to where it stands here. */
export function CardReadable({ card }: { readonly card: ParticipantCard }) {
  const t = useTranslations('participants.readable');
  const contents = [
    ['coach', t('coach')],
    ['plan', t('plan', { count: card.plans.length })],
    ...(card.comments.length === 0
      ? []
      : [['comments', t('comments', { count: card.comments.length })] as const]),
    ['reports', t('reports', { count: card.reports.length })],
    ['documents', t('documents', { count: card.documents.length })],
    ['experience', t('experience', { count: card.experience.length })],
  ] as const;
  return (
    <div id="readable">
      <Card title={t('title')}>
        <p className="mb-3 max-w-measure text-ink-2">{t('lead')}</p>
        <ul className="grid gap-1">
          {contents.map(([id, words]) => (
            <li key={id}>
              <TextLink href={`#${id}`} className="inline-block py-1">
                {words}
              </TextLink>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
