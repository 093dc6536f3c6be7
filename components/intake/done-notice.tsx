import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { DoneChange } from '#lib/domain/intake/intake-list.ts';

type Props = {
  readonly done: DoneChange | null;
  readonly undone: boolean;
  readonly formKey: string;
  readonly back: string;
};

/** What was just done with the coaches, and for a while the way back. */
export function DoneNotice({ done, undone, formKey, back }: Props) {
  const t = useTranslations('intake.done');
  if (undone) {
    return (
      <Notice tone="ok" className="mb-6">
        {t('undone')}
      </Notice>
    );
  }
  if (done === null) return null;
  return (
    <Notice
      tone="ok"
      className="mb-6"
      action={
        <form
          method="post"
          action="/api/provider/intake/undo"
          className="flex flex-wrap items-center gap-x-4 gap-y-2"
        >
          <FormBasis formKey={formKey} back={back} />
          <input type="hidden" name="batchId" value={done.batchId} />
          <Button look="plain">{t('undo')}</Button>
          <span className="text-xs text-ink-2">{t('undoHint')}</span>
        </form>
      }
    >
      {t(done.kind, { count: done.count, coach: done.coachName ?? t('several') })}
    </Notice>
  );
}
