import { useTranslations } from 'next-intl';
import { TextLink } from '#components/ui/text-link.tsx';

/** The sections of the card, in their order on the page. */
const SECTIONS = [
  ['plan', 'participants.plan.title'],
  ['log', 'participants.log.short'],
  ['reports', 'participants.reports.title'],
  ['documents', 'participants.documents.title'],
  ['events', 'participants.events.title'],
  ['experience', 'own-experience.title'],
  ['coach', 'participants.coach.title'],
  ['contacts', 'participants.contacts.title'],
  ['identity', 'participants.identity.title'],
  ['readable', 'participants.readable.short'],
] as const;

type Props = { readonly hidden: readonly string[] };

/** Ways to the parts of a long page. */
export function CardContents({ hidden }: Props) {
  const t = useTranslations();
  return (
    <nav aria-label={t('participants.card.sections')} className="no-print mt-8 border-y border-line py-2">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {SECTIONS.filter(([id]) => !hidden.includes(id)).map(([id, words]) => (
          <li key={id}>
            <TextLink href={`#${id}`} className="inline-block py-1 text-ink-2">
              {t(words)}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
