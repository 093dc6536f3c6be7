import type { Impact } from '#lib/domain/agreement/impact.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export const IMPACT_STATES = ['queued', 'running', 'finished', 'failed'] as const;
export type ImpactState = (typeof IMPACT_STATES)[number];

/** How far a preview has come. */
export type ImpactProgress = {
  readonly state: ImpactState;
  readonly providersTotal: number;
  readonly providersDone: number;
};

/** A preview as it is shown. Outdated: the draft has been edited since, or it is too old to tell of the present stock. */
export type ImpactView = ImpactProgress & {
  readonly id: string;
  readonly asOf: PlainDate;
  readonly requestedBy: string | null;
  readonly isPresent: boolean;
  readonly isEdited: boolean;
  readonly result: Impact | null;
};
