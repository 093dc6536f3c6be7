import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/class-names.ts';
import { InstantText } from '#components/ui/date-text.tsx';
import type { DisputeMessage } from '#lib/domain/statement/dispute-view.ts';

/** What was written, in order of time; the authority's messages stand apart by a rule and by their words. */
export function Dialogue({ messages }: { messages: readonly DisputeMessage[] }) {
  return (
    <ol className="grid max-w-[760px] gap-6">
      {messages.map((message) => (
        <li
          key={message.id}
          className={cx(
            'border-s-4 ps-4',
            message.side === 'authority' ? 'border-accent' : 'border-line-strong',
          )}
        >
          <Message message={message} />
        </li>
      ))}
    </ol>
  );
}

function Message({ message: { side, author, writtenAt, text } }: { message: DisputeMessage }) {
  const t = useTranslations('statement-answer.view');
  const from = t(side);
  return (
    <>
      <p className="font-medium">{author === null ? from : t('from', { side: from, name: author })}</p>
      <p className="text-xs text-ink-3">
        <InstantText instant={writtenAt} />
      </p>
      <p className="mt-2 max-w-measure break-words whitespace-pre-line">{text}</p>
    </>
  );
}
