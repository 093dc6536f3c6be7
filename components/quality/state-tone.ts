import type { Tone } from '#components/ui/status.tsx';
import type { QualityState } from '#lib/domain/quality/standing.ts';

/** Colour for what needs a person; what nobody knows is told apart from what is in order by its icon and words. */
export const STATE_TONES: Readonly<Record<QualityState, Tone>> = {
  broken: 'stop',
  near: 'warn',
  unknown: 'none',
  met: 'ok',
};
