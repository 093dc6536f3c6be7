/** What a person may be asked to identify themselves again for (trust model section 2). */
export const STEP_UP_PURPOSES = [
  'attestReports',
  'acceptStatement',
  'authorisePayment',
  'changeBankAccount',
  'decideCorrection',
  'giveStandingSignature',
  'manageSystem',
  'openProtected',
  'publishVersion',
] as const;
