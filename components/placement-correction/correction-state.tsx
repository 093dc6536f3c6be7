import { useTranslations } from 'next-intl';
import { Status, type Tone } from '#components/ui/status.tsx';
import type { CorrectionStatus } from '#lib/domain/placement-correction/correction.ts';

const TONES: Readonly<Record<CorrectionStatus, Tone>> = {
  draft: 'none',
  submitted: 'wait',
  decided: 'ok',
  declined: 'stop',
  withdrawn: 'none',
};

export function CorrectionState({ status }: { readonly status: CorrectionStatus }) {
  const t = useTranslations('placement-correction.status');
  return <Status tone={TONES[status]}>{t(status)}</Status>;
}
