import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';

/** What was just done. What was logged or copied can be taken back in one step, by one of its entries. */
export type LogDoneState =
  | { readonly what: 'added'; readonly count: number; readonly entryId: string | null }
  | {
      readonly what: 'copied';
      readonly count: number;
      readonly left: number;
      readonly entryId: string | null;
    }
  | { readonly what: 'changed' | 'removed' | 'undone'; readonly count: number };

type Props = { readonly done: LogDoneState; readonly formKey: string; readonly back: string };

export function LogDone({ done, formKey, back }: Props) {
  const t = useTranslations('reporting.log.done');
  const tLog = useTranslations('log.done');
  const entryId = done.what === 'added' || done.what === 'copied' ? done.entryId : null;

  function wordsOf(state: LogDoneState): string {
    const { count } = state;
    switch (state.what) {
      case 'undone':
        return tLog('undone', { count });
      case 'copied':
        return t('copied', { count, left: state.left });
      case 'added':
      case 'changed':
      case 'removed':
        return t(state.what, { count });
    }
  }

  return (
    <Notice
      tone="ok"
      className="mb-6"
      action={
        entryId !== null && (
          <form method="post" action="/api/provider/entries/undo">
            <FormBasis formKey={formKey} back={back} />
            <input type="hidden" name="entryId" value={entryId} />
            <Button look="line">{tLog('undo')}</Button>
          </form>
        )
      }
    >
      <output>
        {wordsOf(done)}
        {done.what === 'added' && ` ${tLog('next')}`}
      </output>
    </Notice>
  );
}
