/* The count inside a printed number. */

/** `A012` → 12. */
export const serialOf = (number: string): number => Number(number.slice(1));
