import { useTranslations } from 'next-intl';
import { Status } from '#components/ui/status.tsx';
import type { RunProgress, RunState } from '#lib/domain/statement/statement-view.ts';

const TONES = { running: 'wait', stopped: 'stop', proposed: 'ok' } as const satisfies Record<
  RunState,
  string
>;

export function RunStateText({ run }: { run: RunProgress }) {
  const t = useTranslations('statement.state');
  const { state, providersDone: done, providersTotal: total } = run;
  return <Status tone={TONES[state]}>{t(state, { done, total })}</Status>;
}
