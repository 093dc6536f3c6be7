'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Meter } from '#components/ui/meter.tsx';
import { impactProgressOptions } from '#lib/client/agreement/impact-progress.ts';
import type { ImpactProgress } from '#lib/domain/agreement/impact-view.ts';

interface ImpactMeterProps {
  draftId: string;
  /** As it was when the page was made. */
  progress: ImpactProgress;
}

/** How far a preview has come, followed while it goes on; the page is made anew when it has ended. */
export function ImpactMeter({ draftId, progress }: ImpactMeterProps) {
  const t = useTranslations('agreement.impact');
  const router = useRouter();
  const { data, isError } = useQuery({ ...impactProgressOptions(draftId), initialData: progress });
  const hasEnded = data.state === 'finished' || data.state === 'failed';
  useEffect(() => {
    if (hasEnded) router.refresh();
  }, [hasEnded, router]);
  const { providersDone: done, providersTotal: total } = data;
  const words = total === 0 ? t('queued') : t('progress', { done, total });
  return (
    <div className="max-w-measure">
      <output className="mb-2 block font-medium">{isError ? t('lost') : words}</output>
      <Meter value={done} most={Math.max(1, total)} words={words} className="max-w-measure" />
    </div>
  );
}
