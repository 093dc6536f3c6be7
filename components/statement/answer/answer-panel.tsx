import { useTranslations } from 'next-intl';
import { AnswerSteps } from '#components/statement/answer/answer-steps.tsx';
import { DisputeTable } from '#components/statement/answer/dispute-table.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { StatementAnswer } from '#lib/domain/statement/dispute-view.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export interface AnswerReader {
  readonly isProvider: boolean;
  /** Whether the reader answers statements. */
  readonly answers: boolean;
  /** The statement's own path. */
  readonly base: string;
  /** Where one of its disputes is read. */
  readonly disputes: string;
}

interface AnswerPanelProps {
  answer: StatementAnswer;
  reader: AnswerReader;
  today: PlainDate;
}

/** Under a statement's heading: what to do and until when, how it was answered, and what is disputed. */
export function AnswerPanel({ answer, reader, today }: AnswerPanelProps) {
  const t = useTranslations('statement-answer');
  const { disputes } = answer;
  if (answer.status === 'open') return null;
  return (
    <Card title={t(reader.isProvider ? 'panel.title' : 'panel.titleAuthority')}>
      <AnswerSteps answer={answer} reader={reader} today={today} />
      {disputes.length > 0 && (
        <div className="mt-6">
          <h3 className="mb-2 text-base">{t('list.title')}</h3>
          <DisputeTable
            disputes={disputes}
            isProvider={reader.isProvider}
            caption={t('list.caption')}
            hrefOf={({ id }) => `${reader.disputes}/${id}`}
          />
        </div>
      )}
    </Card>
  );
}
