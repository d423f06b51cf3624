/* 统一社会信用代码, GB 32100-2015: 18 characters, mod 31, without I O S V Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** The 18th character for the first 17, or undefined when one of them is not in the alphabet. */
export function creditCheckCharacter(seventeen: string): string | undefined {
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    const value = alphabet.indexOf(seventeen.charAt(index) || '?');
    if (value < 0) return undefined;
    sum += value * weight;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

export const isCreditCode = (code: string): boolean => code.length === 18 && creditCheckCharacter(code.slice(0, 17)) === code[17];
