import { ConfirmNothing } from '#components/evidence/confirm-closed.tsx';

/** A secret that never was, or was cut: what to do, and nothing else. */
export default function NoConfirmation() {
  return <ConfirmNothing why="unknown" />;
}
