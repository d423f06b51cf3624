/* What a person tells at the desk, before it is a command: the box holds text, the command wants a birthday or an age band, and consent per purpose. */
import { consentTextVersion } from '@kuaizhao/db/domain/people/data/wordings.ts';
import type { AgeBand, Purpose } from '@kuaizhao/db/domain/people/commands.ts';
import { isIdNumber, toldByNumber } from '@kuaizhao/db/domain/people/id-number.ts';
import { plainNumber } from '../../parts/form/typed.ts';
import type { DraftCommand } from '../../parts/form/wrongs.ts';

/** Trades that one person may want at once (`wantedTradesSchema`). */
export const tradesMost = 6;

export interface Told {
  readonly name: string;
  readonly number: string;
  readonly sex: 'male' | 'female' | undefined;
  /** `2026-11-21`, or empty when only the age band is known */
  readonly birth: string;
  readonly band: AgeBand | undefined;
  readonly phone: string;
  readonly trades: readonly string[];
  readonly paper: string;
  readonly agreed: boolean;
  readonly phoneToEmployer: boolean;
}

export const untold: Told = { name: '', number: '', sex: undefined, birth: '', band: undefined, phone: '', trades: [], paper: '', agreed: false, phoneToEmployer: false };

/** A number that is whole says birthday and sex by itself: nobody types them twice. */
export function withNumber(told: Told, typed: string): Told {
  const number = plainNumber(typed);
  const says = isIdNumber(number) ? toldByNumber(number) : undefined;
  return says === undefined ? { ...told, number: typed } : { ...told, number, sex: says.sex, birth: `${says.birth.slice(0, 4)}-${says.birth.slice(4, 6)}-${says.birth.slice(6)}`, band: undefined };
}

/** The command as far as it has been told; what is missing stays away, so that its field is named. */
export function registration(told: Told): DraftCommand & { readonly type: 'registerWitnessed' } {
  const purposes: Purpose[] = [...(told.agreed ? ['registration' as const] : []), ...(told.agreed && told.phoneToEmployer && told.phone !== '' ? ['phoneToEmployer' as const] : [])];
  const born = told.birth !== '' ? { known: 'day', birth: told.birth.replaceAll('-', '') } : told.band === undefined ? undefined : { known: 'band', band: told.band };
  return {
    type: 'registerWitnessed', name: told.name, sex: told.sex, born, number: told.number === '' ? undefined : plainNumber(told.number),
    consent: purposes.length === 0 ? undefined : { textVersion: consentTextVersion, purposes }, phone: told.phone === '' ? undefined : plainNumber(told.phone),
    trades: [...told.trades], workNumber: told.paper === '' ? undefined : plainNumber(told.paper),
  };
}
