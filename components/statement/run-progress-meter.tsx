'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Meter } from '#components/ui/meter.tsx';
import { runProgressOptions } from '#lib/client/statement/run-progress.ts';
import type { RunProgress } from '#lib/domain/statement/statement-view.ts';

interface RunProgressMeterProps {
  runId: string;
  /** As it was when the page was made. */
  progress: RunProgress;
}

/** How far a run has come, followed while it goes on; the page is made anew when it has ended. */
export function RunProgressMeter({ runId, progress }: RunProgressMeterProps) {
  const t = useTranslations('statement.run');
  const router = useRouter();
  const { data, isError } = useQuery({ ...runProgressOptions(runId), initialData: progress });
  const hasEnded = data.state !== progress.state;
  useEffect(() => {
    if (hasEnded) router.refresh();
  }, [hasEnded, router]);
  const { providersDone: done, providersTotal: total } = data;
  const words = total === 0 ? t('progressQueued') : t('progress', { done, total });
  return (
    <div className="max-w-measure">
      <output className="mb-2 block font-medium">{isError ? t('progressLost') : words}</output>
      <Meter value={done} most={Math.max(1, total)} words={words} className="max-w-measure" />
    </div>
  );
}
