import { useId } from 'react';

// oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- it scrolls, and a keyboard has to move it

interface CodeBlockProps {
  /** What is in it, for those who come to it by keyboard. */
  label: string;
  code: string;
}

/** Code as it is typed; a long line moves sideways, a keyboard can move it. */
export function CodeBlock({ label, code }: CodeBlockProps) {
  const id = useId();
  return (
    <figure className="mt-4 min-w-0">
      <figcaption id={id} className="mb-1 text-sm font-medium">
        {label}
      </figcaption>
      <pre
        tabIndex={0}
        role="region"
        aria-labelledby={id}
        className="overflow-x-auto border border-line bg-sheet p-4 font-mono text-xs leading-relaxed print:whitespace-pre-wrap"
      >
        <code>{code}</code>
      </pre>
    </figure>
  );
}
