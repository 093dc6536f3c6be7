import { qrPath } from '#components/paper-code/qr-path.ts';

export interface QrCodeProps {
  text: string;
  /** What it leads to, for those who do not see it. */
  label: string;
  className?: string | undefined;
}

/** A square that a phone's camera reads: black on white whatever the colours of the page. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { size, path } = qrPath(text);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
