import { useTranslations } from 'next-intl';
import { useLoadWords } from '#components/intake/load-words.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { Cover } from '#lib/domain/intake/cover.ts';

type Props = { readonly covers: readonly Cover[]; readonly keys: ReadonlyMap<string, string> };

/** Who covers for whom and when, each with the way to end it before its day. */
export function CoverList({ covers, keys }: Props) {
  const t = useTranslations('intake.coaches');
  const words = useLoadWords();
  if (covers.length === 0) return <EmptyState>{t('coversEmpty')}</EmptyState>;
  return (
    <Sheet className="px-6 py-2 max-md:px-4">
      <ul>
        {covers.map((cover) => (
          <li
            key={cover.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3 last:border-b-0"
          >
            <span>
              <b>{t('coverRow', { covering: cover.coveringName, coach: cover.coachName })}</b>
              <span className="block text-sm text-ink-2">{words.days(cover)}</span>
            </span>
            <form method="post" action="/api/provider/intake/cover/end">
              <FormBasis formKey={keys.get(cover.id) ?? ''} back="/provider/intake/coaches" />
              <input type="hidden" name="coverId" value={cover.id} />
              <input type="hidden" name="version" value={cover.version} />
              <Button look="plain">
                {t('end')}
                <span className="sr-only"> {t('endFor', { name: cover.coveringName })}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
