import type { FieldProblem, ProblemLocale } from '#lib/shared/problem.ts';

/** What a file holds, told by its bytes. */
export const MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** Files that people choose by mistake, and that can be named. */
const OTHER_TYPES = ['heic', 'office', 'zip', 'webp', 'gif', 'tiff', 'html', 'unknown'] as const;
export type OtherType = (typeof OTHER_TYPES)[number];

/** Why a file is not taken, with the facts of its sentence. Pixels are of the longer and shorter side as they lie. */
export type FileFault =
  | { readonly code: 'fileMissing' }
  | { readonly code: 'fileEmpty' }
  | { readonly code: 'fileTooLarge'; readonly mebibytes: number; readonly most: number }
  | { readonly code: 'fileWrongType'; readonly found: OtherType }
  | { readonly code: 'fileDamaged' }
  | { readonly code: 'fileHidesAnother' }
  | { readonly code: 'pdfEncrypted' }
  | { readonly code: 'pdfActive' }
  | { readonly code: 'pdfEmbeds' }
  | { readonly code: 'pdfUnreadable' }
  | { readonly code: 'imageSize'; readonly width: number; readonly height: number }
  | { readonly code: 'filesTooMany'; readonly most: number }
  | { readonly code: 'fileTwice'; readonly name: string; readonly day: string };

type Sentence = readonly [message: string, fix: string];
type Words = Readonly<Record<ProblemLocale, Sentence>>;

const PRINT: Readonly<Record<ProblemLocale, string>> = {
  sv: 'Öppna filen, välj Skriv ut och spara som PDF. Ladda upp den nya filen.',
  en: 'Open the file, choose Print and save as PDF. Upload the new file.',
};

const FOUND: Readonly<Record<OtherType, Words>> = {
  heic: {
    sv: ['Bilden är i formatet HEIC.', 'Spara eller dela den som JPEG och ladda upp den igen.'],
    en: ['The picture is of the kind HEIC.', 'Save or share it as JPEG and upload it again.'],
  },
  office: {
    sv: ['Filen är ett dokument från Word eller Excel.', 'Spara det som PDF och ladda upp det igen.'],
    en: ['The file is a document from Word or Excel.', 'Save it as PDF and upload it again.'],
  },
  zip: {
    sv: ['Filen är ett paket med andra filer.', 'Packa upp den och ladda upp en fil i taget.'],
    en: ['The file is an archive of other files.', 'Unpack it and upload one file at a time.'],
  },
  webp: {
    sv: ['Bilden är i formatet WebP.', 'Spara den som JPEG eller PNG och ladda upp den igen.'],
    en: ['The picture is of the kind WebP.', 'Save it as JPEG or PNG and upload it again.'],
  },
  gif: {
    sv: ['Bilden är i formatet GIF.', 'Spara den som JPEG eller PNG och ladda upp den igen.'],
    en: ['The picture is of the kind GIF.', 'Save it as JPEG or PNG and upload it again.'],
  },
  tiff: {
    sv: ['Bilden är i formatet TIFF.', 'Spara den som PDF eller JPEG och ladda upp den igen.'],
    en: ['The picture is of the kind TIFF.', 'Save it as PDF or JPEG and upload it again.'],
  },
  html: {
    sv: ['Filen är en webbsida.', 'Öppna sidan, välj Skriv ut och spara den som PDF.'],
    en: ['The file is a web page.', 'Open the page, choose Print and save it as PDF.'],
  },
  unknown: {
    sv: [
      'Filen är varken PDF, JPEG eller PNG. Namnet spelar ingen roll, bara innehållet.',
      'Spara underlaget som PDF eller ta en bild av det.',
    ],
    en: [
      'The file is neither PDF, JPEG nor PNG. Its name does not matter, only what it holds.',
      'Save the evidence as PDF or take a picture of it.',
    ],
  },
};

function wordsOf(fault: FileFault): Words {
  switch (fault.code) {
    case 'fileMissing':
      return {
        sv: ['Du har inte valt någon fil.', 'Välj en PDF eller en bild (JPEG eller PNG).'],
        en: ['You have not chosen a file.', 'Choose a PDF or a picture (JPEG or PNG).'],
      };
    case 'fileEmpty':
      return {
        sv: ['Filen är tom.', 'Kontrollera att filen går att öppna och ladda upp den igen.'],
        en: ['The file is empty.', 'See that the file can be opened and upload it again.'],
      };
    case 'fileTooLarge':
      return {
        sv: [
          `Filen är för stor: ${fault.mebibytes} MB.`,
          `En fil får vara högst ${fault.most} MB. Skanna i lägre upplösning eller dela upp den.`,
        ],
        en: [
          `The file is too large: ${fault.mebibytes} MB.`,
          `A file may have at most ${fault.most} MB. Scan it with fewer details or divide it.`,
        ],
      };
    case 'fileWrongType':
      return FOUND[fault.found];
    case 'fileDamaged':
      return {
        sv: ['Filen är skadad eller inte hel.', 'Spara eller skanna underlaget på nytt och ladda upp det.'],
        en: ['The file is damaged or not whole.', 'Save or scan the evidence anew and upload it.'],
      };
    case 'fileHidesAnother':
      return {
        sv: ['Filen innehåller en annan fil.', PRINT.sv],
        en: ['The file holds another file.', PRINT.en],
      };
    case 'pdfEncrypted':
      return {
        sv: ['PDF-filen är skyddad med lösenord eller kryptering.', `Ta bort skyddet. ${PRINT.sv}`],
        en: ['The PDF is protected by a password or encryption.', `Remove the protection. ${PRINT.en}`],
      };
    case 'pdfActive':
      return {
        sv: ['PDF-filen innehåller skript eller kommandon.', PRINT.sv],
        en: ['The PDF holds scripts or commands.', PRINT.en],
      };
    case 'pdfEmbeds':
      return {
        sv: ['PDF-filen har andra filer inbäddade.', PRINT.sv],
        en: ['The PDF has other files in it.', PRINT.en],
      };
    case 'pdfUnreadable':
      return {
        sv: ['PDF-filen är byggd så att den inte går att kontrollera.', PRINT.sv],
        en: ['The PDF is made in a way that cannot be checked.', PRINT.en],
      };
    case 'imageSize':
      return {
        sv: [
          `Bilden är ${fault.width} × ${fault.height} bildpunkter. Så går den inte att läsa.`,
          'Ta eller skanna en ny bild med minst 100 bildpunkter på varje sida och högst 12 000.',
        ],
        en: [
          `The picture has ${fault.width} × ${fault.height} pixels. It cannot be read like that.`,
          'Take or scan a new picture with at least 100 pixels on each side and at most 12,000.',
        ],
      };
    case 'filesTooMany':
      return {
        sv: [
          `Resultatet har redan ${fault.most} filer.`,
          'Ta tillbaka en fil som inte behövs, eller lägg samman flera sidor i en PDF.',
        ],
        en: [
          `The outcome has ${fault.most} files already.`,
          'Take a file back that is not needed, or put several pages together in one PDF.',
        ],
      };
    case 'fileTwice':
      return {
        sv: [
          `Samma fil finns redan: ${fault.name}, inlämnad ${fault.day}.`,
          'Välj en annan fil. Gäller den andra dagar: ta tillbaka den första och lämna in den igen.',
        ],
        en: [
          `The same file is there already: ${fault.name}, handed in on ${fault.day}.`,
          'Choose another file. If it covers other days, take the first one back and hand it in again.',
        ],
      };
  }
}

/** The fault at the file's field, with what to do about it. */
export function fileProblem(fault: FileFault, locale: ProblemLocale): FieldProblem {
  const [message, fix] = wordsOf(fault)[locale];
  return { pointer: '/file', code: fault.code, message, fix };
}
