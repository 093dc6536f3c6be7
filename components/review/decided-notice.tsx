import { useTranslations } from 'next-intl';
import { useCaseWords } from '#components/review/case-words.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { casePath } from '#lib/domain/review/case.ts';
import type { QueuedCase } from '#lib/domain/review/review-queue.ts';

const STATUSES = [
  'submitted',
  'inReview',
  'approved',
  'returned',
  'rejected',
  'superseded',
  'withdrawn',
  'applied',
] as const;

type Props = {
  readonly decided: Pick<QueuedCase, 'kind' | 'id' | 'month' | 'outcome' | 'participantName'> & {
    readonly status: string;
  };
};

/** What was just decided, and the way back to it where it can be taken up again. */
export function DecidedNotice({ decided }: Props) {
  const t = useTranslations('review-bench.decided');
  const what = useCaseWords();
  const status = STATUSES.find((known) => known === decided.status);
  if (status === undefined) return null;
  const isReopenable = decided.kind === 'periodicReport' && (status === 'approved' || status === 'rejected');
  return (
    <output className="mb-6 block">
      <Notice
        tone="ok"
        action={<TextLink href={casePath(decided)}>{t(isReopenable ? 'undo' : 'open')}</TextLink>}
      >
        {t('done', { name: decided.participantName, what: what(decided), status: t(`status.${status}`) })}
      </Notice>
    </output>
  );
}
