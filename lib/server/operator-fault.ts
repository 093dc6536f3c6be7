/**
 * A fault that whoever runs the portal can mend: a used port, a full disk, a wrong setting.
 * The scripts print its message as one line and end; anything else thrown is a defect and keeps its stack.
 */
export class OperatorFault extends Error {
  override readonly name = 'OperatorFault';
}

const noRoomCodes = new Set(['ENOSPC', 'EDQUOT']);
const noAccessCodes = new Set(['EACCES', 'EPERM', 'EROFS']);

export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function messageOf(error: unknown): string {
  // An AggregateError (both address families refused) carries its reasons in `errors`, not in `message`.
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** Turns "no room" and "no access" into words that say what to do; leaves every other error as it is. */
export function explainFolderError(error: unknown, folder: string): unknown {
  const code = errorCode(error);
  if (code !== undefined && noRoomCodes.has(code)) return noRoom(folder);
  if (code !== undefined && noAccessCodes.has(code)) {
    return new OperatorFault(
      `The folder ${folder} cannot be written to. Change its permissions, or set PORTAL_DATA_DIR to another folder.`,
    );
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new OperatorFault(`${folder} is not a folder. Set PORTAL_DATA_DIR to a folder.`);
  }
  return error;
}

export function noRoom(folder: string): OperatorFault {
  return new OperatorFault(
    `The disk that holds ${folder} has no room left. Free at least 500 MB there, or set PORTAL_DATA_DIR to another disk.`,
  );
}
