import { z } from 'zod';
import { SWITCH_REASONS } from '#lib/domain/provider-switch/switch-provider.ts';
import { onBehalfOf } from '#lib/schemas/choice.ts';
import { onBehalf } from '#lib/schemas/assistance.ts';

/** A switch: from which placement, as the participant saw it, to which office. The reason is optional. */
export const switchProviderInput = z.object({
  ...onBehalfOf,
  placementId: z.uuid(),
  placementVersion: z.int().min(1),
  officeId: z.uuid(),
  reason: z.enum(SWITCH_REASONS).nullable().default(null),
  /** Consents (samtycke): off until the participant says otherwise. */
  sharePlan: z.boolean().default(false),
  shareFinalReport: z.boolean().default(false),
  ...onBehalf,
});
export type SwitchProviderInput = z.infer<typeof switchProviderInput>;

/** Taking back a switch that has not taken effect. */
export const undoSwitchInput = z.object({
  ...onBehalfOf,
  switchId: z.uuid(),
  switchVersion: z.int().min(1),
  ...onBehalf,
});
export type UndoSwitchInput = z.infer<typeof undoSwitchInput>;
