import { useTranslations } from 'next-intl';
import { Status, type Tone } from '#components/ui/status.tsx';
import type { DraftStatus } from '#lib/domain/agreement/version-draft.ts';

const TONES: Record<DraftStatus, Tone> = {
  draft: 'none',
  submitted: 'wait',
  published: 'ok',
  discarded: 'none',
};

export function DraftStatusText({ status }: { status: DraftStatus }) {
  const t = useTranslations('agreement.status');
  return <Status tone={TONES[status]}>{t(status)}</Status>;
}
