import { useTranslations } from 'next-intl';
import { Status, type Tone } from '#components/ui/status.tsx';
import type { UploadState, UploadSummary } from '#lib/domain/upload/upload-view.ts';

const TONES: Readonly<Record<UploadState, Tone>> = {
  waiting: 'wait',
  reading: 'wait',
  checking: 'wait',
  refused: 'stop',
  done: 'ok',
};

/** How far an upload has come, or what it came to. */
export function UploadStatus({ upload }: { upload: UploadSummary }) {
  const t = useTranslations('upload.state');
  const { state, taken, unchanged, leftOut } = upload;
  const tone = state === 'done' && leftOut > 0 ? 'warn' : TONES[state];
  return <Status tone={tone}>{t(state, { right: taken + unchanged, wrong: leftOut })}</Status>;
}
