/** What is known of an office apart from any presentation, and shown beside it. `contractFrom` is a date. */
export type PresentedOffice = {
  readonly officeId: string;
  readonly name: string;
  readonly providerName: string;
  readonly street: string;
  readonly place: string;
  readonly phone: string | null;
  readonly openingHours: string | null;
  readonly forms: readonly string[];
  readonly contractFrom: string;
  readonly capacity: number;
};
