import { useTranslations } from 'next-intl';
import { ExperienceForm } from '#components/experience/experience-form.tsx';
import { ExperienceItem } from '#components/experience/experience-item.tsx';
import type { ExperienceWriting } from '#components/experience/experience-writing.ts';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { type Experience, EXPERIENCE_KINDS } from '#lib/domain/experience/experience.ts';

type Props = {
  readonly experience: readonly Experience[];
  readonly hand: 'coach' | 'participant';
  readonly writing: ExperienceWriting | null;
};

/** What somebody has done and can, by kind, and the one form that adds to it or changes one thing. */
export function ExperienceList({ experience, hand, writing }: Props) {
  const t = useTranslations('own-experience');
  return (
    <>
      {EXPERIENCE_KINDS.map((kind) => {
        const items = experience.filter((item) => item.kind === kind);
        if (items.length === 0) return null;
        return (
          <div key={kind}>
            <h3 className="mb-1">{t(`kinds.${kind}`)}</h3>
            <ul>
              {items.map((item) => (
                <ExperienceItem key={item.threadId} item={item} hand={hand} writing={writing} />
              ))}
            </ul>
          </div>
        );
      })}
      {writing !== null && <Editor experience={experience} writing={writing} />}
    </>
  );
}

type EditorProps = { readonly experience: readonly Experience[]; readonly writing: ExperienceWriting };

function Editor({ experience, writing: { placementId, here, keys, attempt, changing } }: EditorProps) {
  const t = useTranslations('own-experience');
  const threadId = attempt?.values['threadId'] ?? changing;
  const item = experience.find((one) => one.threadId === threadId) ?? null;
  return (
    <div id="experience-form" className="no-print">
      <DisclosureMore
        summary={item === null ? t('add') : t('changing', { what: item.what })}
        open={item !== null || attempt !== null}
      >
        <ExperienceForm
          key={item?.threadId ?? 'new'}
          placementId={placementId}
          back={here}
          formKey={keys.get('new') ?? ''}
          attempt={attempt}
          item={item}
        />
      </DisclosureMore>
    </div>
  );
}
