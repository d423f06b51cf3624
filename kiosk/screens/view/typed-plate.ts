/* A number plate while it is being pressed: one character of a province, one letter, five or six letters and digits. */
import { plateSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { provinceCharacters } from '@kuaizhao/kiosk/i18n/plates.ts';

/** No I and no O: they are not on plates, because they look like digits. */
const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z'] as const;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
/** the longest plate, one of an electric van */
const longest = 8;

/** What may follow: a province first, a letter second, anything after it, nothing when it is full. */
export function plateKeys(plate: string): readonly string[] {
  if (plate.length === 0) return provinceCharacters;
  if (plate.length === 1) return letters;
  return [...digits, ...letters];
}

/** The plate after one more key; unchanged when it is full or the key cannot stand there. */
export const pressPlate = (plate: string, key: string): string => (plate.length < longest && plateKeys(plate).includes(key) ? plate + key : plate);

export const plateComplete = (plate: string): boolean => plateSchema.safeParse(plate).success;

/** As it stands on the van: a dot after the letter. */
export const plateText = (plate: string): string => (plate.length > 2 ? `${plate.slice(0, 2)}·${plate.slice(2)}` : plate);
