'use client';

import { useState, useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';

const never = () => () => {};

interface CopyButtonProps {
  text: string;
  words: { readonly copy: string; readonly copied: string };
}

/** Copies what stands beside it. Not there where a browser cannot: the text can always be marked by hand. */
export function CopyButton({ text, words }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  const canCopy = useSyncExternalStore(
    never,
    () => 'clipboard' in navigator,
    () => false,
  );
  if (!canCopy) return null;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
  };
  return (
    <>
      <Button type="button" look="plain" onClick={() => void copy()}>
        {words.copy}
      </Button>
      <output className="text-ink-2">{isCopied ? words.copied : ''}</output>
    </>
  );
}
