import type { Effect } from '#lib/domain/effect/effect.ts';
import type { OutcomePlacement } from '#lib/domain/outcome/outcome-page.ts';
import { readExtentPercent } from '#lib/domain/text/read-typed.ts';
import { type Problem, unprocessable, validationProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** What somebody set the wanted extent to, the latest first. */
export type SetExtent = {
  readonly id: string;
  readonly percent: number;
  readonly reason: string;
  readonly setAt: string;
  readonly setByName: string;
};

/** How much a participant wants to work, who said so, and what another extent would do. */
export type WantedExtentPage = {
  readonly placement: OutcomePlacement;
  readonly percent: number;
  /** Times it has been set: what a change was based on. */
  readonly times: number;
  readonly history: readonly SetExtent[];
  /** Whether who reads has the mandate to change it. */
  readonly mayChange: boolean;
  /** What the typed extent would do to the placement's money; null where nothing readable is typed. */
  readonly effect: Effect | null;
};

/** The code of the answer that asks to see the kronor before the extent is changed. */
export const CONFIRM_EXTENT = 'confirmWantedExtent';

type Typed = { readonly percent: string; readonly reason: string; readonly confirmed: string };

/**
 * The wanted extent to set, in per cent of full time (service description section 5, signal): another than the one there is, with
 * its reason, once its kronor have been seen.
 */
export function settleExtent(
  { percent: typed, reason, confirmed }: Typed,
  current: number,
): Result<{ readonly percent: number; readonly reason: string }, Problem> {
  const percent = readExtentPercent(typed);
  const errors = [
    ...(percent === null
      ? [
          {
            pointer: '/percent',
            code: 'extentInvalid',
            message: 'Ange ett helt tal från 1 till 100 procent.',
          },
        ]
      : []),
    ...(percent === current
      ? [
          {
            pointer: '/percent',
            code: 'extentSame',
            message: `Den önskade omfattningen är redan ${current} procent.`,
          },
        ]
      : []),
    ...(reason.length < 10
      ? [{ pointer: '/reason', code: 'reasonMissing', message: 'Skriv varför på minst tio tecken.' }]
      : []),
  ];
  if (percent === null || errors.length > 0) return err(validationProblem(errors));
  if (confirmed === String(percent)) return ok({ percent, reason });
  return err(
    unprocessable(CONFIRM_EXTENT, {
      sv: 'Läs vad det betyder i kronor innan du ändrar.',
      en: 'Read what it means in kronor before you change it.',
    }),
  );
}
