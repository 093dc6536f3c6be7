import { useTranslations } from 'next-intl';
import { CardSection } from '#components/participants/card-section.tsx';
import { ExperienceForm } from '#components/experience/experience-form.tsx';
import { ExperienceItem } from '#components/experience/experience-item.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { EXPERIENCE_KINDS } from '#lib/domain/experience/experience.ts';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly card: ParticipantCard;
  /** Where the person may write: keys by thread, under `new` for something new; and what was typed if it failed. */
  readonly writing: { readonly keys: ReadonlyMap<string, string>; readonly attempt: KeptForm | null } | null;
};

/** Work, education, permits and languages, by whom they were told, with what they said before. */
export function CardExperience({ card, writing }: Props) {
  const t = useTranslations('participants.experience');
  const { experience, placementId } = card;
  const back = `/provider/participants/${placementId}`;
  const isNew =
    writing !== null && writing.attempt !== null && (writing.attempt.values['threadId'] ?? '') === '';
  const form =
    writing === null ? null : (
      <DisclosureMore summary={t('add')} open={isNew} className="no-print">
        <ExperienceForm
          placementId={placementId}
          back={back}
          formKey={writing.keys.get('new') ?? ''}
          attempt={isNew ? writing.attempt : null}
          item={null}
        />
      </DisclosureMore>
    );
  return (
    <CardSection id="experience" title={t('title')}>
      <Sheet className="grid gap-5 p-5 max-md:px-4">
        {experience.length === 0 && <EmptyState>{t('empty')}</EmptyState>}
        {EXPERIENCE_KINDS.map((kind) => {
          const items = experience.filter((item) => item.kind === kind);
          if (items.length === 0) return null;
          return (
            <div key={kind}>
              <h3 className="mb-1">{t(`kinds.${kind}`)}</h3>
              <ul>
                {items.map((item) => (
                  <ExperienceItem
                    key={item.threadId}
                    item={item}
                    placementId={placementId}
                    back={back}
                    writing={writing}
                    hand="coach"
                  />
                ))}
              </ul>
            </div>
          );
        })}
        {form}
      </Sheet>
    </CardSection>
  );
}
