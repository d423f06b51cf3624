/* What the city's list of employers and contractors says otherwise than this hall has heard. */
import type { Database } from 'better-sqlite3';
import { cityContractorSchema, cityEmployerSchema, contractorKey, type CityContractor, type CityEmployer } from '../../../domain/feeds/bodies.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { isMarked } from '../../../sealing/erasure-mark.ts';
import type { Feeds } from '../../feeds/feeds.ts';
import type { Subjects } from '../../record.ts';
import { wordOf } from './word-of.ts';

export interface HeardStanding { readonly employerId: string; readonly standing: CityEmployer['standing'] | 'none'; readonly until?: string }
type Word = Pick<CityEmployer, 'standing' | 'until' | 'reason'>;

/** Employers and contractors on the list of one city. */
const listMost = 50_000;
/** Of several words about one contractor the heaviest counts. */
const weight = { verified: 0, watched: 1, banned: 2 } as const;

export function openCityStandings(sql: Database, { employers }: Pick<Subjects, 'employers'>, cipher: Pick<FieldCipher, 'open'>, feeds: Pick<Feeds, 'sealedRows' | 'sealedRow'>) {
  const held = sql.prepare<[], { employer_id: string; city_standing: string; city_until: string | null }>('SELECT employer_id, city_standing, city_until FROM employer WHERE city_standing IS NOT NULL');
  const codeOf = sql.prepare<[string], { credit_code: string | null; kind: string }>('SELECT credit_code, kind FROM employer WHERE employer_id = ?');
  const isHim = openMarks(sql, cipher);
  const ofUnit = (row: Row): CityEmployer | undefined => wordOf(cityEmployerSchema, row, ({ creditCode }) => creditCode);
  const ofContractor = (row: Row): CityContractor | undefined => wordOf(cityContractorSchema, row, contractorKey);
  /** By employer of this hall. */
  function said(): Map<string, Word> {
    const words = new Map<string, Word>();
    const contractors: CityContractor[] = [];
    for (const row of feeds.sealedRows('employers', listMost)) {
      const unit = row.kind === 'contractor' ? undefined : ofUnit(row);
      const employer = unit && employers.view.employerByCreditCode(unit.creditCode);
      if (unit !== undefined && employer !== undefined) words.set(employer.employerId, unit);
      const contractor = row.kind === 'contractor' ? ofContractor(row) : undefined;
      if (contractor !== undefined) contractors.push(contractor);
    }
    if (contractors.length > 0) for (const { employerId, word } of isHim(contractors)) words.set(employerId, word);
    return words;
  }
  return {
    /** Every employer of this hall whose standing with the city is another one now, also those that the city names no more. */
    toHear(): HeardStanding[] {
      const words = said();
      const heard = new Map(held.all().map((row) => [row.employer_id, row]));
      const gone = [...heard.keys()].flatMap((employerId): HeardStanding[] => (words.has(employerId) ? [] : [{ employerId, standing: 'none' }]));
      return [...gone, ...[...words].flatMap(([employerId, { standing, until }]): HeardStanding[] => {
        const before = heard.get(employerId);
        return before?.city_standing === standing && (before.city_until ?? undefined) === until ? [] : [{ employerId, standing, ...(until === undefined ? {} : { until }) }];
      })];
    },
    /** Why, in the city's words; nothing where it says none, or names the employer no more. */
    reasonOf(employerId: string): string | undefined {
      const { credit_code: code = null, kind = '' } = codeOf.get(employerId) ?? {};
      if (kind === 'contractor') return said().get(employerId)?.reason;
      const row = code === null ? undefined : feeds.sealedRow('employers', code);
      return row && ofUnit(row)?.reason;
    },
  };
}
type Row = ReturnType<Feeds['sealedRows']>[number];

/** Which contractors of this hall the city names. Each pair is looked at once as long as the process lives: the half of a mark that decides takes some milliseconds. */
function openMarks(sql: Database, cipher: Pick<FieldCipher, 'open'>) {
  const own = sql.prepare<[], { employer_id: string; number_sealed: Buffer }>("SELECT employer_id, number_sealed FROM employer WHERE kind = 'contractor' AND number_sealed IS NOT NULL");
  const looked = new Map<string, ReadonlyMap<string, boolean>>();
  return (contractors: readonly CityContractor[]): { readonly employerId: string; readonly word: CityContractor }[] => own.all().flatMap(({ employer_id: employerId, number_sealed: sealed }) => {
    const before = looked.get(employerId);
    const number = contractors.every(({ mark }) => before?.has(mark.mark) === true) ? undefined : cipher.open(sealed, `employer|${employerId}|number`).reveal().toUpperCase();
    const now = new Map(contractors.map(({ mark }) => [mark.mark, before?.get(mark.mark) ?? (number !== undefined && isMarked(number, mark))]));
    looked.set(employerId, now);
    const word = contractors.filter(({ mark }) => now.get(mark.mark) === true).sort((one, other) => weight[other.standing] - weight[one.standing])[0];
    return word === undefined ? [] : [{ employerId, word }];
  });
}
