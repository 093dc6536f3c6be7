import type { SignalFacts } from '#lib/domain/signal/signal.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';

type About = {
  readonly facts: Pick<SignalFacts, 'windows' | 'standing' | 'outcomeStatus'>;
  readonly today: PlainDate;
};

/**
 * Null where a signal may be sent, or the one there is replaced: from the start of the placement until the agreement's window
 * closes, and until an outcome report is in (service description section 5). One at a time: what is known anew replaces.
 */
export function refuseSignal({ facts, today }: About, replacesId: string | null): Problem | null {
  const { windows, standing, outcomeStatus } = facts;
  if (outcomeStatus !== null)
    return conflict([], {
      code: 'outcomeReported',
      title: {
        sv: 'Resultatet är redan redovisat. Rätta resultatredovisningen i stället.',
        en: 'The outcome has been reported already. Correct the outcome report instead.',
      },
    });
  if (windows === null || today >= windows.signalBefore)
    return conflict([], closed(windows?.signalBefore ?? null));
  if (standing !== null && standing.id !== replacesId)
    return conflict([], {
      code: 'signalExists',
      title: {
        sv: 'Det finns redan en signal. Öppna den och ersätt den.',
        en: 'There is a signal already. Open it and replace it.',
      },
    });
  return null;
}

function closed(before: PlainDate | null) {
  const last = before === null ? null : addDays(before, -1);
  return {
    code: 'signalWindowClosed',
    title: {
      sv:
        last === null
          ? 'Placeringen har inga dagar i tjänsten.'
          : `Sista dagen att signalera var ${formatDate(last)}.`,
      en:
        last === null
          ? 'The placement has no days in the service.'
          : `The last day to signal was ${formatDate(last, 'en')}.`,
    },
  };
}
