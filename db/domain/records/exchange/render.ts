/* Days as other systems write them. */

/** `2026-11-21` from `20261121` or from itself. */
export const isoDayOf = (day: string): string => day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
