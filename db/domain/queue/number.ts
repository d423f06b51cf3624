/* The numbers people carry: a series letter and at least three digits, in the order of issue. */

/** `A`, 12 → `A012`; past 999 the number grows a digit, it never wraps. */
export const hallNumber = (series: string, count: number): string => `${series}${String(count).padStart(3, '0')}`;

/** `A012` → 12. */
export const serialOf = (number: string): number => Number(number.slice(1));

export const seriesOf = { work: 'A', job: 'J', hire: 'H' } as const;
