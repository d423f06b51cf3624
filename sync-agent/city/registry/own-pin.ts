/* Somebody at the city's desk sets the own PIN: by the rules of the halls, and every other desk where this person is signed in ends. */
import type { StaffPins } from '@kuaizhao/db/city/registry/pins.ts';
import { createPinChooser } from '@kuaizhao/db/sealing/pin-hash.ts';
import { citySetPinSchema, type CityAnswer, type CityRefusal } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import type { Seat, Sitting } from './seat.ts';

/** `changed`: other desks of this person, in this hub and in others, look whether they still hold. */
export interface OwnPinParts { readonly pins: StaffPins; readonly now: () => number; readonly changed: (staffId: string) => void }

/** Gives what sets it for whoever sits at `seat`. Refuses `malformed`, what `pinProblem` finds, `pinOld` (the given one again), `tooMany`, and `notSignedIn` when the PIN by which somebody sits is no longer the one. */
export function createOwnPin({ pins, now, changed }: OwnPinParts) {
  const choose = createPinChooser();
  return async (message: unknown, seat: Seat, sits: Sitting): Promise<CityAnswer> => {
    const parsed = citySetPinSchema.safeParse(message);
    if (!parsed.success) return refused('malformed');
    const { member: { staffId }, kept: before } = sits;
    const chosen = await choose({ staffId, pin: parsed.data.pin, given: before.given ? before.pin : undefined });
    if (!chosen.ok) return refused(chosen.why);
    if (!await pins.setOwn({ staffId, before: before.pin, pin: chosen.kept, now: now() })) return refused('notSignedIn');
    seat.setPin(sits, chosen.kept);
    changed(staffId);
    return { ok: true, value: {} };
  };
}

const refused = (code: CityRefusal['code']): CityAnswer => ({ ok: false, refusal: { code, ...(code === 'tooMany' || code === 'notSignedIn' ? {} : { field: 'pin' }) } });
