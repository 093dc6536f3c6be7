import { sensitiveParts, type SensitivePart } from '#lib/domain/text/sensitive-words.ts';

/** Something in a text to look at once more before it is sent. */
export type TextRemark = { readonly pointer: string; readonly message: string };

const KINDS: Readonly<Record<SensitivePart['kind'], string>> = {
  identityNumber: 'ser ut som ett personnummer',
  health: 'kan säga något om någons hälsa',
};

/**
 * Identity numbers and words of health in what somebody is about to send, each with where it stands (service description
 * section 5: the portal warns before sending). Never a refusal.
 */
export function textRemarks(pointer: string, where: string, text: string): readonly TextRemark[] {
  return sensitiveParts(text).map(({ kind, words }) => ({
    pointer,
    message: `${where}: ”${words}” ${KINDS[kind]}. Ta bort det om det går att förstå utan.`,
  }));
}
