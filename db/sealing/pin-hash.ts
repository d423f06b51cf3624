/* What is kept of a PIN, or of a card's number: scrypt, the same at hall and city. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { pinProblem } from '../domain/staff/accounts/pin.ts';

/** OWASP's scrypt setting with the least memory (N=2^14, r=8, p=5, 16 MB), about 60 ms a try. */
const cost = { N: 2 ** 14, r: 8, p: 5, maxmem: 64 * 1024 * 1024 } as const;
/** So many at a time are made of PINs that people choose. */
const choosingMost = 4;

const derive = (pin: string, salt: Buffer): Promise<Buffer> => new Promise((resolve, reject) => {
  scrypt(pin, salt, 32, cost, (error, key) => { if (error === null) resolve(key); else reject(error); });
});

/** Of a PIN or of a card's number: `scrypt$salt$hash`. `salt`: 16 bytes that no other PIN has; chance when absent. */
export async function hashPin(pin: string, salt: Buffer = randomBytes(16)): Promise<string> {
  return `scrypt$${salt.toString('base64url')}$${(await derive(pin, salt)).toString('base64url')}`;
}

/** Whether it is the PIN, or the card's number, of which `stored` was kept. */
export async function matches(pin: string, stored: string): Promise<boolean> {
  const [, salt = '', hash = ''] = stored.split('$');
  const expected = Buffer.from(hash, 'base64url');
  const given = await derive(pin, Buffer.from(salt, 'base64url'));
  return expected.length === given.length && timingSafeEqual(expected, given);
}

export interface Choice {
  readonly staffId: string;
  readonly pin: string;
  /** what is kept of the PIN that somebody else gave, where it is to be another one than that */
  readonly given?: string | undefined;
  readonly salt?: Buffer | undefined;
}
export type Chosen = { readonly ok: true; readonly kept: string } | { readonly ok: false; readonly why: NonNullable<ReturnType<typeof pinProblem>> | 'pinOld' | 'tooMany' };

/** Gives what makes of a PIN that somebody chose what is kept of it. Refuses what `pinProblem` finds, `pinOld` (the given one again), and `tooMany` beside four others. */
export function createPinChooser(): (choice: Choice) => Promise<Chosen> {
  let choosing = 0;
  return async ({ staffId, pin, given, salt }) => {
    const why = pinProblem(pin, staffId);
    if (why !== undefined) return { ok: false, why };
    if (choosing >= choosingMost) return { ok: false, why: 'tooMany' };
    choosing += 1;
    try {
      return given !== undefined && await matches(pin, given) ? { ok: false, why: 'pinOld' } : { ok: true, kept: await hashPin(pin, salt) };
    } finally {
      choosing -= 1;
    }
  };
}
