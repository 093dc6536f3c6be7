import { Status, type Tone } from '#components/ui/status.tsx';

export interface ProgressPart {
  /** `ok` is done, `warn` worth another look, `none` not begun, `stop` cannot go on. */
  tone: Exclude<Tone, 'wait'>;
  count: number;
  /** The count with its words: `34 klara`. */
  words: string;
}

export interface ProgressRuleProps {
  parts: readonly ProgressPart[];
}

const SHAPES: Record<ProgressPart['tone'], string> = {
  ok: 'fill-accent',
  warn: 'fill-warn-wash stroke-warn-line',
  none: 'fill-none stroke-line-strong',
  stop: 'fill-stop',
};

/** Beyond this many there is no room for a segment each on a phone; then every part is one. */
const MOST_SEGMENTS = 60;

interface Segment {
  key: string;
  tone: ProgressPart['tone'];
  from: number;
  size: number;
}

function segmentsOf(parts: readonly ProgressPart[], each: boolean): Segment[] {
  let from = 0;
  return parts.flatMap(({ tone, count }) => {
    const sizes = each ? Array.from({ length: count }, () => 1) : [count];
    return sizes.map((size) => {
      const segment = { key: `${tone} ${from}`, tone, from, size };
      from += size;
      return segment;
    });
  });
}

/** How far a month has come, a segment for each; what is stopped stands taller. The words below say the same. */
export function ProgressRule({ parts }: ProgressRuleProps) {
  const shown = parts.filter((part) => part.count > 0);
  const total = shown.reduce((sum, part) => sum + part.count, 0);
  const gap = total <= MOST_SEGMENTS ? 0.18 : 0;
  const percent = (count: number) => `${Math.round((count / Math.max(1, total)) * 10_000) / 100}%`;
  return (
    <div className="max-w-[690px]">
      <svg className="block overflow-visible" width="100%" height="24" aria-hidden="true">
        {segmentsOf(shown, total <= MOST_SEGMENTS).map(({ key, tone, from, size }) => (
          <rect
            key={key}
            x={percent(from)}
            width={percent(size - gap)}
            y={tone === 'stop' ? 0 : 4}
            height={tone === 'stop' ? 24 : 16}
            rx="2"
            strokeWidth="1.5"
            strokeDasharray={tone === 'none' ? '3 2' : undefined}
            className={SHAPES[tone]}
          />
        ))}
      </svg>
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-2 text-xs">
        {shown.map((part) => (
          <li key={part.tone}>
            <Status tone={part.tone}>{part.words}</Status>
          </li>
        ))}
      </ul>
    </div>
  );
}
