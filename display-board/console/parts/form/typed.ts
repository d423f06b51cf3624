/* Days and times as a number row types them: only digits count, the signs between come by themselves. */

const digitsOf = (typed: string, most: number): string => typed.normalize('NFKC').replaceAll(/\D/g, '').slice(0, most);

/** `197203` → `1972-03` */
export function dayTyped(typed: string): string {
  const digits = digitsOf(typed, 8);
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].filter((part) => part !== '').join('-');
}

/** `063` → `06:3` */
export function timeTyped(typed: string): string {
  const digits = digitsOf(typed, 4);
  return digits.length > 2 ? `${digits.slice(0, 2)}:${digits.slice(2)}` : digits;
}

/** A number of a person, a company or a paper, however it was typed: full-width digits, gaps and dashes are nobody's mistake. */
export const plainNumber = (typed: string): string => typed.normalize('NFKC').replaceAll(/[\s—-]/g, '').toUpperCase();
