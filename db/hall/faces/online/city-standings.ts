/* What the city's list of employers and contractors says otherwise than this hall has heard. */
import type { Database } from 'better-sqlite3';
import { cityContractorSchema, cityEmployerSchema, contractorKey, type CityContractor, type CityEmployer } from '../../../domain/feeds/bodies.ts';
import type { BusinessDay } from '../../../domain/scalars.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import type { Feeds } from '../../feeds/feeds.ts';
import type { Subjects } from '../../record.ts';
import { openContractorMarks } from './contractor-marks.ts';
import { wordOf } from './word-of.ts';

export interface HeardStanding { readonly employerId: string; readonly standing: CityEmployer['standing'] | 'none'; readonly until?: string }
type Word = Pick<CityEmployer, 'standing' | 'until' | 'reason'>;

/** Employers and contractors on the list of one city. */
const listMost = 50_000;

export function openCityStandings(sql: Database, { employers }: Pick<Subjects, 'employers'>, cipher: Pick<FieldCipher, 'open'>, feeds: Pick<Feeds, 'sealedRows' | 'sealedRow' | 'changes'>) {
  const held = sql.prepare<[], { employer_id: string; city_standing: string; city_until: string | null }>('SELECT employer_id, city_standing, city_until FROM employer WHERE city_standing IS NOT NULL');
  const codeOf = sql.prepare<[string], { credit_code: string | null; kind: string }>('SELECT credit_code, kind FROM employer WHERE employer_id = ?');
  const ofUnit = (row: Row): CityEmployer | undefined => wordOf(cityEmployerSchema, row, ({ creditCode }) => creditCode);
  const contractors = contractorsOf(feeds);
  const marks = openContractorMarks(sql, cipher, contractors);
  /** By employer of this hall. */
  function said(): Map<string, Word> {
    const words = new Map<string, Word>();
    for (const row of feeds.sealedRows('employers', listMost)) {
      const unit = row.kind === 'contractor' ? undefined : ofUnit(row);
      const employer = unit && employers.view.employerByCreditCode(unit.creditCode);
      if (unit !== undefined && employer !== undefined) words.set(employer.employerId, unit);
    }
    if (contractors().length > 0) for (const { employerId, word } of marks.named()) words.set(employerId, word);
    return words;
  }
  return {
    /** Looks for people whom the list of contractors means: one step of some ten milliseconds; false when there is nobody left to look at. What is to be heard is known only then. */
    look: (): boolean => marks.look(),
    /** Whether the city bans whoever has this number as a contractor on that day. */
    bansContractor: (number: string, day: BusinessDay): boolean => marks.wordsOf(number).some(({ standing, until }) => standing === 'banned' && (until === undefined || day <= until)),
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
      if (kind === 'contractor' || kind === 'household') return marks.named().find((one) => one.employerId === employerId)?.word.reason;
      const row = code === null ? undefined : feeds.sealedRow('employers', code);
      return row && ofUnit(row)?.reason;
    },
  };
}
type Row = ReturnType<Feeds['sealedRows']>[number];

/** Read anew only when the city has said something: registrations ask, too. */
function contractorsOf(feeds: Pick<Feeds, 'sealedRows' | 'changes'>): () => readonly CityContractor[] {
  let [at, found]: [number, readonly CityContractor[]] = [-1, []];
  return () => {
    const changes = feeds.changes('employers');
    if (changes !== at) {
      found = feeds.sealedRows('employers', listMost).flatMap((row) => (row.kind === 'contractor' ? wordOf(cityContractorSchema, row, contractorKey) ?? [] : []));
      at = changes;
    }
    return found;
  };
}
