import { useTranslations } from 'next-intl';
import { InstantText } from '#components/ui/date-text.tsx';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { Done, DraftLife } from '#lib/domain/agreement/version-draft.ts';

/** Who has done what with a draft, and when. */
export function LifeFacts({ life }: { life: DraftLife }) {
  const t = useTranslations('agreement.draft');
  const fact = (term: string, done: Done | null): Fact[] =>
    done === null
      ? []
      : [
          {
            term,
            detail: (
              <>
                {done.by ?? t('unknownPerson')}, <InstantText instant={done.at} />
              </>
            ),
          },
        ];
  return (
    <Sheet className="px-6 py-3 max-md:px-4">
      <DescriptionList
        facts={[
          ...fact(t('created'), life.created),
          ...fact(t('lastEdited'), life.lastEdited),
          { term: t('editors'), detail: life.editors.join(', ') },
          ...fact(t('submitted'), life.submitted),
          ...fact(t('returnedAt'), life.returned),
          ...fact(t('published'), life.published),
        ]}
      />
    </Sheet>
  );
}
