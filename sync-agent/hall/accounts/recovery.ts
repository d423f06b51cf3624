/* The way in for an admin who forgot the PIN: a code in a sealed envelope, made and used at the hall's own machine. It opens one account once, and then it is gone. */
import { randomInt } from 'node:crypto';
import type { RefusalCode } from '@kuaizhao/db/domain/refusal.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { pinDigitsLeast, pinProblem } from '@kuaizhao/db/domain/staff/accounts/pin.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { hashPin } from '@kuaizhao/db/sealing/pin-hash.ts';
import type { Engine } from '../engine.ts';
import { createStaffDoor } from '../staff.ts';
import type { TriesKept } from '../staff-tries.ts';

export const recoveryTriesFileName = 'recovery-tries.json';

/** Without letters and digits that look like one another on paper; 20 of them are 98 bits. */
const signs = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const signsMost = 20;
const groupOf = 4;
/** As somebody types it: small letters and any spaces or hyphens are as good. */
export const recoveryCodePattern = /^[0-9A-Za-z -]{20,40}$/;
/** Under which its wrong tries are counted. */
const triesName = 'recovery';

export interface RecoveryParts {
  readonly accounts: HallDb['faces']['accounts'];
  readonly engine: Pick<Engine, 'handle'>;
  readonly newId: () => string;
  readonly now: () => Instant;
  /** where wrong tries outlive this process */
  readonly tries: TriesKept;
}
export type Recovered = { readonly ok: true; readonly pin: string } | { readonly ok: false; readonly refusal: RefusalCode | 'recoveryWrong'; readonly waitMs?: number };
export type Recovery = ReturnType<typeof createRecovery>;

export function createRecovery({ accounts, engine, newId, now, tries }: RecoveryParts) {
  const door = createStaffDoor(() => [{ staffId: triesName, name: triesName, role: 'admin', pin: accounts.recoveryCode() ?? '' }], now, tries);
  const ask = (command: object) => engine.handle({ commandId: newId(), ...command }, { role: 'agent' });
  return {
    /** A new code, told this once; the one before is good for nothing from now on. */
    async make(): Promise<{ readonly ok: true; readonly code: string } | { readonly ok: false; readonly refusal: RefusalCode }> {
      const code = Array.from({ length: signsMost }, () => signs[randomInt(signs.length)] ?? '').join('');
      const kept = await ask({ type: 'keepRecoveryCode', code: await hashPin(code) });
      return kept.ok ? { ok: true, code: code.replaceAll(new RegExp(`(.{${String(groupOf)}})(?!$)`, 'g'), '$1-') } : { ok: false, refusal: kept.refusal.code };
    },
    /** A PIN for one sign-in. Refuses `recoveryUnknown` (none was made, or it was used), `accountUnknown` (no admin of that id), `recoveryWrong` (after the fifth each one doubles the wait, also over a restart). */
    async recover(staffId: string, code: string): Promise<Recovered> {
      if (!accounts.view.recoveryKept()) return { ok: false, refusal: 'recoveryUnknown' };
      const account = accounts.view.account(staffId);
      if (account === undefined || account.closed || account.role !== 'admin') return { ok: false, refusal: 'accountUnknown' };
      const tried = await door.signIn(triesName, code.toUpperCase().replaceAll(/[ -]/g, ''));
      if (!tried.ok) return { ok: false, refusal: 'recoveryWrong', waitMs: tried.waitMs };
      const pin = chancePin(staffId);
      const done = await ask({ type: 'recoverAccount', staffId, pin: await hashPin(pin) });
      return done.ok ? { ok: true, pin } : { ok: false, refusal: done.refusal.code };
    },
  };
}

function chancePin(staffId: string): string {
  for (;;) {
    const pin = String(randomInt(10 ** pinDigitsLeast)).padStart(pinDigitsLeast, '0');
    if (pinProblem(pin, staffId) === undefined) return pin;
  }
}
