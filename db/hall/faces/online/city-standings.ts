/* What the city's list of employers says otherwise than this hall has heard. */
import { cityEmployerSchema, type CityEmployer } from '../../../domain/feeds/bodies.ts';
import type { Database } from 'better-sqlite3';
import type { Feeds } from '../../feeds/feeds.ts';
import type { Subjects } from '../../record.ts';
import { wordOf } from './word-of.ts';

export interface HeardStanding { readonly employerId: string; readonly standing: CityEmployer['standing'] | 'none'; readonly until?: string }

/** Employers on the list of one city. */
const listMost = 50_000;

export function openCityStandings(sql: Database, { employers }: Pick<Subjects, 'employers'>, feeds: Pick<Feeds, 'sealedRows' | 'sealedRow'>) {
  const held = sql.prepare<[], { employer_id: string; credit_code: string | null }>('SELECT employer_id, credit_code FROM employer WHERE city_standing IS NOT NULL');
  const codeOf = sql.prepare<[string], { credit_code: string | null }>('SELECT credit_code FROM employer WHERE employer_id = ?');
  const read = (row: Parameters<typeof wordOf>[1]): CityEmployer | undefined => wordOf(cityEmployerSchema, row, ({ creditCode }) => creditCode);
  return {
    /** Every employer of this hall whose standing with the city is another one now, also those that the city names no more. */
    toHear(): HeardStanding[] {
      const words = feeds.sealedRows('employers', listMost).flatMap((row) => read(row) ?? []);
      const named = new Set(words.map(({ creditCode }) => creditCode));
      const gone = held.all().flatMap(({ employer_id: employerId, credit_code: code }): HeardStanding[] => (code !== null && named.has(code) ? [] : [{ employerId, standing: 'none' }]));
      const said = words.flatMap(({ creditCode, standing, until }): HeardStanding[] => {
        const employer = employers.view.employerByCreditCode(creditCode);
        if (employer === undefined || (employer.city?.is === standing && employer.city.until === until)) return [];
        return [{ employerId: employer.employerId, standing, ...(until === undefined ? {} : { until }) }];
      });
      return [...gone, ...said];
    },
    /** Why, in the city's words; nothing where it says none, or names the employer no more. */
    reasonOf(employerId: string): string | undefined {
      const code = codeOf.get(employerId)?.credit_code;
      const row = code === null || code === undefined ? undefined : feeds.sealedRow('employers', code);
      return row && read(row)?.reason;
    },
  };
}
