import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import type { ACCOUNT_DONE } from '#lib/schemas/administration.ts';

export type Done = { readonly what: (typeof ACCOUNT_DONE)[number]; readonly count: number };

/** What was just done. */
export function DoneNotice({ done }: { done: Done | null }) {
  const t = useTranslations('administration.done');
  if (done === null) return null;
  return (
    <Notice tone="ok" className="mb-6">
      {t(done.what, { count: done.count })}
    </Notice>
  );
}
