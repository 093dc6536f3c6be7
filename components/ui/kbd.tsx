/** A key to press. Hidden on phones, which have none. */
export function Kbd({ children }: { children: string }) {
  return <kbd>{children}</kbd>;
}
