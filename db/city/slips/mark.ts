/* A mark on the page of a slip: kept and passed on in one transaction, once however often a phone sends its form. */
import { hash } from 'node:crypto';
import { feedOf } from '../../domain/feeds/feed.ts';
import type { SlipMark } from '../../domain/feeds/bodies.ts';
import { offeredWords } from '../../domain/slips/offered.ts';
import type { SlipWord } from '../../domain/slips/words.ts';
import { publish } from '../feeds/publish.ts';
import type { CityDb } from '../store/city-db.ts';
import { hiresOf, pageOf } from './read.ts';

/** `once`: what the form was given, random. `number`: of the hire, as the slip prints it. */
export interface MarkAsked { readonly digest: Uint8Array; readonly once: string; readonly number: string; readonly word: SlipWord; readonly now: number }
/** `sent`: the hall will hear of it, or has. `notNow`: the slip stands where nobody can say this. */
export type Marked = 'sent' | 'slipUnknown' | 'notNow' | 'tooMany';

/** Of one hire, by both sides. */
const marksMost = 40;

export function markSlip(db: CityDb, { digest, once, number, word, now }: MarkAsked): Promise<Marked> {
  return db.transaction(async (sql): Promise<Marked> => {
    const page = await pageOf(sql, digest, now);
    if (page === undefined) return 'slipUnknown';
    const { hallNo, hallId, side } = page;
    const hire = (await hiresOf(sql, page)).find((one) => one.number === number);
    if (hire === undefined) return 'slipUnknown';
    const { hireId } = hire;
    // Two forms at the same moment are one after the other.
    await sql.query('SELECT 1 FROM slip_hire WHERE hall_no = $1 AND hire_id = $2 FOR UPDATE', [hallNo, hireId]);
    const markId = hash('sha256', `${once}|${hireId}|${side}|${word}`, 'base64url').slice(0, 22);
    const before = await sql.query<{ markId: string; side: string; word: string; state: string }>('SELECT mark_id AS "markId", side, word, state FROM slip_mark WHERE hall_no = $1 AND hire_id = $2', [hallNo, hireId]);
    if (before.some((one) => one.markId === markId || (one.side === side && one.word === word && one.state === 'sent'))) return 'sent';
    if (!offeredWords(side, hire, now).includes(word)) return 'notNow';
    if (before.length >= marksMost) return 'tooMany';
    await sql.query('INSERT INTO slip_mark (mark_id, hall_no, hire_id, side, word, at) VALUES ($1, $2, $3, $4, $5, $6)', [markId, hallNo, hireId, side, word, now]);
    await publish(sql, feedOf('slips', hallId), [{ key: markId, kind: 'slipMark', body: JSON.stringify({ markId, hireId, side, word } satisfies SlipMark) }], now);
    return 'sent';
  });
}
