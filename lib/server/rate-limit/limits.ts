/** A bucket of tokens: so many at once, and so many come back each second. */
export type Limit = {
  /** Keeps the buckets of one purpose apart from those of another. */
  readonly name: string;
  readonly capacity: number;
  readonly perSecond: number;
};

/** Whom a limit counts for. */
export type Subject = {
  readonly kind: 'address' | 'account' | 'organisation' | 'everybody';
  readonly id: string;
};

/** Everything that is limited. The figures are for one subject. */
export const limits = {
  /** Two calls a second in the long run, a hundred and twenty at once. Large calls take more than one token. */
  evaluate: { name: 'evaluate', capacity: 120, perSecond: 2 },
  /** The public search by programs and its files: two calls a second in the long run, a hundred and twenty at once. */
  providers: { name: 'providers', capacity: 120, perSecond: 2 },
  /** Its pages, for everybody behind one address, a library's too: five a second in the long run, six hundred at once. */
  providerPages: { name: 'providerPages', capacity: 600, perSecond: 5 },
  /** Of one provider's system: a month of a large office one by one at once, and ten calls a second in the long run. */
  api: { name: 'api', capacity: 600, perSecond: 10 },
  /** Files of one person: so many that nobody who works with them meets it. */
  upload: { name: 'upload', capacity: 30, perSecond: 0.1 },
  /** Of one calendar, or of wrong addresses from one place: sixty at once, one in ten seconds in the long run. */
  calendar: { name: 'calendar', capacity: 60, perSecond: 0.1 },
  /** Links to employers tried from one address: forty at once, one in ten seconds in the long run. */
  confirmation: { name: 'confirmation', capacity: 40, perSecond: 0.1 },
  /** Links to participants' plans opened or tried from one address: forty at once, one in ten seconds in the long run. */
  sharedPlan: { name: 'sharedPlan', capacity: 40, perSecond: 0.1 },
  /** Codes on paper tried from one address, a library's too: twenty at once, one in twenty seconds in the long run. */
  paperCode: { name: 'paperCode', capacity: 20, perSecond: 0.05 },
  /** The same from all addresses together: three hundred at once, one a second in the long run. */
  paperCodes: { name: 'paperCodes', capacity: 300, perSecond: 1 },
  /** Receipts looked at from one address: sixty at once, one in two seconds in the long run. */
  receipt: { name: 'receipt', capacity: 60, perSecond: 0.5 },
  /** Ways to and from the identity provider, two for a login, of a whole office behind one address: six hundred at once. */
  login: { name: 'login', capacity: 600, perSecond: 2 },
  /** Access tokens asked for from one address: three hundred at once, one a second in the long run. */
  token: { name: 'token', capacity: 300, perSecond: 1 },
  /** What one person changes, each cell of a grid for itself: six hundred at once, ten a second in the long run. */
  changes: { name: 'changes', capacity: 600, perSecond: 10 },
  /** Lists and files that one person takes home: a hundred and twenty at once, one in two seconds in the long run. */
  files: { name: 'files', capacity: 120, perSecond: 0.5 },
  /** Mails that one person has the portal write to others: three hundred at once, one in five seconds in the long run. */
  mails: { name: 'mails', capacity: 300, perSecond: 0.2 },
} as const satisfies Record<string, Limit>;
