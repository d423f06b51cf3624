/* 求人倍率 as text: two digits, as the monthly reports print it. */

/** `0.84`, or undefined while nobody seeks. */
export const ratioText = (ratio: number | null): string | undefined => (ratio === null ? undefined : ratio.toFixed(2));
