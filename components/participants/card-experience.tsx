import { useTranslations } from 'next-intl';
import { ExperienceList } from '#components/experience/experience-list.tsx';
import type { ExperienceWriting } from '#components/experience/experience-writing.ts';
import { CardSection } from '#components/participants/card-section.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';

type Props = { readonly card: ParticipantCard; readonly writing: ExperienceWriting | null };

/** Work, education, permits and languages, by whom they were told, with what they said before. */
export function CardExperience({ card: { experience }, writing }: Props) {
  const t = useTranslations('own-experience');
  const tImport = useTranslations('experience.import');
  return (
    <CardSection id="experience" title={t('title')}>
      <Sheet className="grid gap-5 p-5 max-md:px-4">
        {experience.length === 0 && <EmptyState>{t('empty')}</EmptyState>}
        <ExperienceList experience={experience} hand="coach" writing={writing} />
        {writing !== null && (
          <TextLink href={`${writing.here}/experience`} className="no-print justify-self-start py-1">
            {tImport('link')}
          </TextLink>
        )}
      </Sheet>
    </CardSection>
  );
}
