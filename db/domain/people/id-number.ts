/* Identity numbers: GB 11643-1999 and the foreigner number of 2017. Never judged by the first six digits: dead area codes live on. */

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkDigits = '10X98765432';

/** The 18th character for the first 17 digits (ISO 7064 MOD 11-2). */
export function idCheckDigit(seventeen: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0);
  return checkDigits.charAt(sum % 11);
}

/** True for an 18-character number whose check digit holds and whose birthday exists, or a 2017 foreigner number (3 letters, 12 digits). */
export function isIdNumber(number: string): boolean {
  if (/^[A-Z]{3}\d{12}$/.test(number)) return true;
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  return idCheckDigit(number.slice(0, 17)) === number[17] && isCalendarDay(number.slice(6, 14));
}

/** True when `YYYYMMDD` is a day of the calendar, 1900 to 2199. */
export function isCalendarDay(day: string): boolean {
  if (!/^(19|20|21)\d{6}$/.test(day)) return false;
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6, 8))];
  const made = new Date(Date.UTC(year, month - 1, date));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
}

/** What a GB 11643 number says of its owner besides who it is. Undefined for a number that is none, and for the foreigner number of 2017, which says neither. */
export function toldByNumber(number: string): { readonly birth: string; readonly sex: 'male' | 'female' } | undefined {
  if (number.length !== 18 || !isIdNumber(number)) return undefined;
  return { birth: number.slice(6, 14), sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
}

/** The 18 characters of a number of 15 digits, as cards had it until 2013: the century 19 and the check digit are put in. Undefined when that makes no number. */
export function idNumberOfFifteen(fifteen: string): string | undefined {
  if (!/^\d{15}$/.test(fifteen)) return undefined;
  const seventeen = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  const number = seventeen + idCheckDigit(seventeen);
  return isIdNumber(number) ? number : undefined;
}
