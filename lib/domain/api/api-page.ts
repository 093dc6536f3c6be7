/** A field of a call or answer as people read it. */
export type ApiField = {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
};

export type ApiFault = { readonly code: string; readonly message: string; readonly fix: string };

export type ApiPageOperation = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** One is enough; null: open to anybody. */
  readonly scopes: readonly string[] | null;
  readonly parameters: readonly ApiField[];
  readonly body: { readonly fields: readonly ApiField[]; readonly example: string | null } | null;
  readonly answer: { readonly fields: readonly ApiField[]; readonly example: string };
  readonly problems: readonly { readonly code: string; readonly status: number; readonly title: string }[];
  readonly curl: string;
  readonly typescript: string | null;
};

/** What the portal tells a system. */
export type ApiPageWebhooks = {
  readonly events: readonly string[];
  readonly headers: readonly ApiField[];
  readonly report: readonly ApiField[];
  readonly statement: readonly ApiField[];
  readonly example: string;
};

/** Everything that the readable page of the API shows. */
export type ApiPage = {
  readonly url: string;
  readonly limit: { readonly capacity: number; readonly perSecond: number };
  readonly operations: readonly ApiPageOperation[];
  readonly webhooks: ApiPageWebhooks;
  /** What stands in a row as code, in the words that people know. */
  readonly rowCodes: readonly { readonly field: string; readonly code: string; readonly name: string }[];
  readonly faults: Readonly<Record<'call' | 'row' | 'report', readonly ApiFault[]>>;
  readonly calculationFaults: readonly Omit<ApiFault, 'fix'>[];
};
