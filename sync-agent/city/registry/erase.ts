/* An erasure of the whole city, asked for at its desk: a supervisor, the number, the own PIN once more, and a second supervisor with another. */
import { askErasureAtDesk } from '@kuaizhao/db/city/people/erasures.ts';
import { recordAct } from '@kuaizhao/db/city/registry/read.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { cityEraseSchema, type CityAnswer, type CityRefusal } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { cityMayErase, cityMayVouch } from '@kuaizhao/sync-agent/contract/may/city.ts';
import type { CityMember, CitySignIn } from './sign-in.ts';

export interface EraseParts { readonly db: CityDb; readonly now: () => number; readonly staff: readonly CityMember[]; readonly signIn: (staffId: string, pin: string) => Promise<CitySignIn> }

/** Refuses `notYourRole`, `malformed` by its field (`number`: no ID number; `commandId`: used for somebody else), `secondPersonMissing` (the same person, or one who may not), `pinWrong` and `secondPinWrong`, which count like a wrong sign-in, and `secondPinFirst` (a PIN that somebody else gave vouches for nobody). The city's own tables and the halls follow by themselves. */
export async function erase(message: unknown, { staffId, role }: CityMember, parts: EraseParts): Promise<CityAnswer> {
  const { db, now, staff } = parts;
  if (!cityMayErase(role)) return refused({ code: 'notYourRole' });
  const parsed = cityEraseSchema.safeParse(message);
  if (!parsed.success) return refused({ code: 'malformed', field: parsed.error.issues[0]?.path.join('.') ?? '' });
  const { commandId, number, pin, second } = parsed.data;
  const beside = staff.find((one) => one.staffId === second.staffId);
  // Before any PIN is looked at: whoever is signed in cannot try those of people who could not vouch anyway.
  if (beside === undefined || beside.staffId === staffId || !cityMayVouch(beside.role)) return refused({ code: 'secondPersonMissing', field: 'second.staffId' });
  const wrong = await proves({ staffId, pin }, 'pinWrong', parts) ?? await proves(second, 'secondPinWrong', parts);
  if (wrong !== undefined) return refused(wrong);
  const asked = await askErasureAtDesk(db, { number, staffId, approvedBy: beside.staffId, commandId, now: now() });
  return asked.kind === 'asked' ? { ok: true, value: { erasureId: asked.erasureId } } : refused({ code: 'malformed', field: 'commandId' });
}

async function proves({ staffId, pin }: { readonly staffId: string; readonly pin: string }, code: 'pinWrong' | 'secondPinWrong', { db, now, signIn }: EraseParts): Promise<CityRefusal | undefined> {
  const same = await signIn(staffId, pin);
  if (same.ok) return code === 'secondPinWrong' && same.kept.given ? { code: 'secondPinFirst' } : undefined;
  if (same.tried) await recordAct(db, { staffId, act: 'signInFailed', about: '', at: now() });
  return { code, waitMs: Math.ceil(same.waitMs) };
}

const refused = (refusal: CityRefusal): CityAnswer => ({ ok: false, refusal });
