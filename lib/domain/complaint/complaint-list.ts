import type { Complaint } from '#lib/domain/complaint/complaint.ts';

/** A page of the complaints about a provider, the latest first, with what the form needs. */
export type ComplaintList = {
  readonly providerId: string;
  readonly providerName: string;
  readonly offices: readonly { readonly id: string; readonly name: string }[];
  readonly complaints: readonly Complaint[];
  readonly total: number;
  readonly open: number;
  readonly page: number;
  readonly pageSize: number;
};
