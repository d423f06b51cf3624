/* What a PIN may be, and what is kept of it. Whoever watches a console for a morning, or knows an id, must not guess one. */

/** Digits at least; six of them, against ten tries an hour, last longer than anybody stays. */
export const pinDigitsLeast = 6;
export const pinDigitsMost = 12;

/** As it is typed. PINs of the first years had four digits and still open; a new one follows `pinProblem`. */
export const typedPin = /^\d{4,12}$/;
/** As it is kept: `scrypt$salt$hash`. */
export const keptPin = /^scrypt\$[\w-]{1,64}\$[\w-]{1,128}$/;

/** Why a PIN is too weak; undefined when it may be used. `pinShort` (or longer than twelve), `pinSame` (one digit over and over), `pinRun` (up or down by one, 0 after 9), `pinIsId` (the digits of the own id). */
export function pinProblem(pin: string, staffId: string): 'pinShort' | 'pinSame' | 'pinRun' | 'pinIsId' | undefined {
  if (!/^\d+$/.test(pin) || pin.length < pinDigitsLeast || pin.length > pinDigitsMost) return 'pinShort';
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10);
  if (steps.every((step) => step === 0)) return 'pinSame';
  if (steps.every((step) => step === 1) || steps.every((step) => step === 9)) return 'pinRun';
  return pin === staffId.replaceAll(/\D/g, '') || pin === staffId ? 'pinIsId' : undefined;
}
