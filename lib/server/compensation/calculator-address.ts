import {
  type ListName,
  OWN_AGREEMENT,
  parseListName,
  readState,
  writeState,
} from '#lib/domain/calculator/calculator-state.ts';
import { packText } from '#lib/server/compensation/packed-text.ts';

/** The gate lets no address through that is longer than 4096, and links lead here with a few letters more. */
const LONGEST_ADDRESS = 3800;

/** `reports.3`: the third row of the reports, or null. */
function removal(text: string | null): { readonly list: ListName; readonly row: string } | null {
  const [head = '', row = ''] = (text ?? '').split('.');
  const list = parseListName(head);
  return list === null ? null : { list, row };
}

/**
 * Where a form of the calculator leads: the address that holds everything in it, so that it can be shared and read again. An
 * agreement of one's own is packed. The buttons that add and remove rows come here too, where scripts do not run.
 */
export function calculatorAddress(form: URLSearchParams): string {
  const remove = removal(form.get('remove'));
  const add = parseListName(form.get('add'));
  // The rows are numbered as the form has them, with gaps: what is taken away is blanked before they are numbered anew.
  if (remove !== null) {
    const gone = Array.from(form.keys()).filter((name) => name.startsWith(`${remove.list}.${remove.row}.`));
    for (const name of gone) form.delete(name);
  }
  const state = readState(form);
  const written = writeState(state);
  const own = (form.get('own') ?? '').trim();
  if (state.fields.agreement === OWN_AGREEMENT && own !== '') written.set('own', packText(own));
  const editing = add ?? remove?.list ?? null;
  if (editing !== null) written.set('edit', editing);
  if (address(written).length > LONGEST_ADDRESS) {
    written.delete('own');
    // Only nonsense is as long without it: some of that is lost.
    for (const name of Array.from(written.keys()).toReversed()) {
      if (address(written).length > LONGEST_ADDRESS) written.delete(name);
    }
    written.set('fault', 'ownTooLarge');
  }
  return `${address(written)}#${editing ?? 'result'}`;
}

function address(written: URLSearchParams): string {
  return `/calculator?${written.toString()}`;
}
