'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Meter } from '#components/ui/meter.tsx';
import { uploadProgressOptions } from '#lib/client/upload/upload-progress.ts';
import { isEnded, type UploadProgress } from '#lib/domain/upload/upload-view.ts';

/** How far a file is read, followed while it goes on; the page is made anew when it has ended. */
export function UploadMeter({ progress }: { progress: UploadProgress }) {
  const t = useTranslations('upload.result');
  const router = useRouter();
  const { data, isError } = useQuery({ ...uploadProgressOptions(progress.id), initialData: progress });
  const hasEnded = isEnded(data.state);
  useEffect(() => {
    if (hasEnded) router.refresh();
  }, [hasEnded, router]);
  const { checked, reports } = data;
  const words = reports === 0 ? t('progressReading') : t('progressChecking', { checked, reports });
  return (
    <div className="max-w-measure">
      <output className="mb-2 block font-medium">{isError ? t('progressLost') : words}</output>
      <Meter value={checked} most={Math.max(1, reports)} words={words} className="max-w-measure" />
    </div>
  );
}
