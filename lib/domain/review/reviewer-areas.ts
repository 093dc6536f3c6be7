/** The delivery areas there are, and those whose cases a reviewer sees first. */
export type ReviewerAreas = {
  readonly areas: readonly { readonly id: string; readonly municipalities: number }[];
  readonly own: readonly string[];
};
