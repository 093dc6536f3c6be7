/** What a person may be asked to identify themselves again for (trust model section 2). */
export type StepUpPurpose =
  | 'attestReports'
  | 'authorisePayment'
  | 'changeBankAccount'
  | 'decideCorrection'
  | 'giveStandingSignature'
  | 'manageAccess'
  | 'manageSystem'
  | 'openProtected'
  | 'publishVersion';
