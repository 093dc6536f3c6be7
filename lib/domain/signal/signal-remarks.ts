import type { Signal, SignalFacts } from '#lib/domain/signal/signal.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

type About = {
  readonly facts: Pick<SignalFacts, 'windows' | 'standing' | 'wantedExtentPercent'>;
  readonly today: PlainDate;
};
type Remark = { readonly pointer: string; readonly message: string };

/** What to look at once more before a signal is sent; never refused (service description section 5). */
export function signalRemarks(signal: Signal, { facts, today }: About): readonly Remark[] {
  const { windows, standing, wantedExtentPercent } = facts;
  const remarks: Remark[] = [];
  if (windows !== null && signal.from >= windows.startBefore)
    remarks.push({
      pointer: '/from',
      message: `För att ge ersättning ska det börja senast ${formatDate(addDays(windows.startBefore, -1))}.`,
    });
  if (signal.extentPercent < wantedExtentPercent)
    remarks.push({
      pointer: '/extentPercent',
      message: `Deltagarens önskade omfattning är ${wantedExtentPercent} procent. Det här är mindre.`,
    });
  if (standing !== null && signal.signalledOn === today && standing.content.signalledOn < today)
    remarks.push({
      pointer: '/about',
      message: `Signalen räknas från i dag, inte från ${formatDate(standing.content.signalledOn)}, eftersom det gäller något annat.`,
    });
  return remarks;
}
