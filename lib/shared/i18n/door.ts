/**
 * First parts of addresses behind which providers and the authority work, and where employers and schools answer what is asked of
 * them at work. Their pages are in Swedish and English.
 */
const STAFF_DOORS: readonly string[] = [
  'admin',
  'api-docs',
  'bench',
  'calculator',
  'choose-role',
  'confirm',
  'invitation',
  'payments',
  'protected',
  'provider',
  'review',
];

/** Whether a path leads to a page of staff. All others are met by participants or by anybody, in eight languages. */
export function isStaffDoor(path: string): boolean {
  return STAFF_DOORS.includes(path.split(/[/?]/, 2)[1] ?? '');
}

/** Whether a path leads to a page that staff and participants have alike: then who reads it decides. */
export function isSharedDoor(path: string): boolean {
  return path.split(/[/?]/, 2)[1] === 'notifications';
}
