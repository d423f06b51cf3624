/* An erasure of the whole city, asked for at its desk: a supervisor, the number, and the own PIN once more. */
import { askErasureAtDesk } from '@kuaizhao/db/city/people/erasures.ts';
import { recordAct } from '@kuaizhao/db/city/registry/read.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { cityEraseSchema, type CityAnswer, type CityRefusal } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { cityMayErase } from '@kuaizhao/sync-agent/contract/may/city.ts';
import type { CityMember, CitySignIn } from './sign-in.ts';

export interface EraseParts { readonly db: CityDb; readonly now: () => number; readonly signIn: (staffId: string, pin: string) => Promise<CitySignIn> }

/** Refuses `notYourRole`, `malformed` by its field (`number`: no ID number; `commandId`: used for somebody else), and `pinWrong`, which counts like a wrong sign-in. The city's own tables and the halls follow by themselves. */
export async function erase(message: unknown, { staffId, role }: CityMember, { db, now, signIn }: EraseParts): Promise<CityAnswer> {
  if (!cityMayErase(role)) return refused({ code: 'notYourRole' });
  const parsed = cityEraseSchema.safeParse(message);
  if (!parsed.success) return refused({ code: 'malformed', field: parsed.error.issues[0]?.path.join('.') ?? '' });
  const { commandId, number, pin } = parsed.data;
  const same = await signIn(staffId, pin);
  if (!same.ok) {
    if (same.tried) await recordAct(db, { staffId, act: 'signInFailed', about: '', at: now() });
    return refused({ code: 'pinWrong', waitMs: Math.ceil(same.waitMs) });
  }
  const asked = await askErasureAtDesk(db, { number, staffId, commandId, now: now() });
  return asked.kind === 'asked' ? { ok: true, value: { erasureId: asked.erasureId } } : refused({ code: 'malformed', field: 'commandId' });
}

const refused = (refusal: CityRefusal): CityAnswer => ({ ok: false, refusal });
