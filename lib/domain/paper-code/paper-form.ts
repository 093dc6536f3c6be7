import type { Helped } from '#lib/domain/assistance/helped.ts';
import type { ChoiceProvider } from '#lib/domain/choice/choice-provider.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A provider on paper: a row as any other. */
export type PaperProvider = Pick<
  ChoiceProvider,
  'officeId' | 'name' | 'street' | 'place' | 'phone' | 'languages' | 'metres'
>;

/** Everything on the form of a choice on paper. */
export type PaperForm = {
  readonly helped: Helped;
  readonly chooseBy: PlainDate;
  /** The last day to choose has been, and nobody is chosen yet. */
  readonly passed: boolean;
  readonly startOn: PlainDate;
  /** The last day that the code can be used. */
  readonly codeLastDay: PlainDate;
  /** As it is printed, in groups. */
  readonly code: string;
  readonly providers: readonly PaperProvider[];
};
