import type { KeptForm } from '#lib/shared/kept-form.ts';

/** Where somebody may write: through which placement, on which page, with the keys of the forms by thread (`new` for the one form). */
export type ExperienceWriting = {
  readonly placementId: string;
  readonly here: string;
  readonly keys: ReadonlyMap<string, string>;
  readonly attempt: KeptForm | null;
  /** Thread that is being changed; null while something new can be told. */
  readonly changing: string | null;
};
