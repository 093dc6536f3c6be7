/** The page of a protected identity; what has just been done stands in its address. */
export function protectedPath(participantId: string, done?: string): string {
  return `/protected/${participantId}${done === undefined ? '' : `?done=${done}`}`;
}

/** Where a look is shown. */
export function lookPath({ participantId, revealId }: { participantId: string; revealId: string }): string {
  return `/protected/${participantId}?reveal=${revealId}`;
}

/** After the question of lifting was answered: who lifted is led back to the participant. */
export function afterLift({ participantId, lifted }: { participantId: string; lifted: boolean }): string {
  return lifted ? `/admin/participants/${participantId}` : protectedPath(participantId, 'liftStopped');
}

/** Who has taken themselves away sees nothing there any more. */
export function afterUnname({
  participantId,
  isOneself,
}: {
  participantId: string;
  isOneself: boolean;
}): string {
  return isOneself ? '/admin' : protectedPath(participantId, 'unnamed');
}
