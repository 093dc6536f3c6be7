import { useTranslations } from 'next-intl';
import type { LineSubject } from '#lib/domain/statement/statement-view.ts';

export function SubjectText({ subject }: { subject: LineSubject }) {
  const t = useTranslations('statement.subject');
  return subject.kind === 'participant' ? subject.name : t(subject.kind);
}
