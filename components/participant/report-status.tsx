import { useTranslations } from 'next-intl';
import { Status, type Tone } from '#components/ui/status.tsx';
import type { OwnReportStatus } from '#lib/domain/participant/own-report.ts';

const TONES: Record<OwnReportStatus, Tone> = {
  submitted: 'wait',
  inReview: 'wait',
  approved: 'ok',
  returned: 'none',
  rejected: 'none',
  superseded: 'none',
};

/** How a report stands, in plain words. None of them asks anything of the participant. */
export function ReportStatus({ status }: { status: OwnReportStatus }) {
  const t = useTranslations('participant.status');
  return <Status tone={TONES[status]}>{t(status)}</Status>;
}
