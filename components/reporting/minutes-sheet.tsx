import { ExtraRow } from '#components/reporting/extra-row.tsx';
import { extraIndex } from '#components/reporting/report-grid.ts';
import { ReportGridTable } from '#components/reporting/report-grid-table.tsx';
import type { TypedForm } from '#components/reporting/report-typed.ts';
import { Sheet } from '#components/ui/sheet.tsx';

type Props = {
  readonly title: string;
  readonly hint: string;
  readonly form: Pick<TypedForm, 'lines' | 'extra' | 'problems'>;
};

/** The minutes of a month, to be filled in or corrected: planned activities, and a row for one that is not. */
export function MinutesSheet({ title, hint, form: { lines, extra, problems } }: Props) {
  return (
    <Sheet className="p-5 max-md:px-4">
      <h2 className="mb-1 text-lg">{title}</h2>
      <p className="mb-4 max-w-measure text-ink-2">{hint}</p>
      {lines.length > 0 && <ReportGridTable lines={lines} problems={problems} />}
      <ExtraRow
        index={extraIndex(lines)}
        taken={lines.map(({ activity }) => activity)}
        extra={extra}
        problems={problems}
      />
    </Sheet>
  );
}
