/** The fields of working life by which the employment service sorts jobs, in alphabetical order of their Swedish names. */
export const WORK_FIELDS = [
  'Administration, ekonomi, juridik',
  'Bygg och anläggning',
  'Chefer och verksamhetsledare',
  'Data/IT',
  'Försäljning, inköp, marknadsföring',
  'Hantverksyrken',
  'Hotell, restaurang, storhushåll',
  'Hälso- och sjukvård',
  'Industriell tillverkning',
  'Installation, drift, underhåll',
  'Kropps- och skönhetsvård',
  'Kultur, media, design',
  'Militärt arbete',
  'Naturbruk',
  'Naturvetenskapligt arbete',
  'Pedagogiskt arbete',
  'Sanering och renhållning',
  'Socialt arbete',
  'Säkerhetsarbete',
  'Tekniskt arbete',
  'Transport',
] as const;

export function isWorkField(text: string): boolean {
  return WORK_FIELDS.some((field) => field === text);
}
