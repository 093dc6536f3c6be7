/** A choice that a thumb finds: its whole line is pressed. */
export const BIG_CHOICE =
  'flex min-h-12 min-w-0 cursor-pointer items-center gap-3 rounded-md border border-line-strong bg-sheet px-3 py-2 hover:border-ink has-checked:border-accent has-checked:bg-accent-wash has-checked:font-bold';
