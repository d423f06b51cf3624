/* The pages of slips: which are open, their tokens, and which marks were followed. A token is never stored: it follows from the hall's key, so that each copy of a paper carries the same. */
import { createCipheriv, hash, hkdfSync } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { Personal } from '../../../domain/people/personal.ts';
import type { Instant } from '../../../domain/scalars.ts';
import { surnameBox, type SlipSide } from '../../../domain/slips/words.ts';
import type { SlipsView } from '../../../domain/slips/view.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';

export type SlipsStore = ReturnType<typeof openSlips>;

export function openSlips(sql: Database, cipher: Pick<FieldCipher, 'paperCode'>, nameOf: (workerId: string) => Personal | undefined) {
  const page = sql.prepare<[string], { found: 1 }>('SELECT 1 AS found FROM slip_page WHERE about = ?');
  const mark = sql.prepare<[string], { found: 1 }>('SELECT 1 AS found FROM slip_mark WHERE mark_id = ?');
  const open = sql.prepare('INSERT OR REPLACE INTO slip_page (about, side, at) VALUES (?, ?, ?)');
  const take = sql.prepare('INSERT OR REPLACE INTO slip_mark (mark_id, outcome, at) VALUES (?, ?, ?)');
  /** 128 bits, base64url: nobody without the hall's key can say it, or tell it from chance. */
  const token = (side: SlipSide, about: string): string => cipher.paperCode(about, `slip|${side}`).toString('base64url');
  const view: SlipsView = {
    slipPageOf: (about) => page.get(about) !== undefined,
    slipDigest: (side, about) => hash('sha256', token(side, about), 'hex'),
    slipMark: (markId) => mark.get(markId) !== undefined,
    slipSurname(jobId, hireId, workerId) {
      const surname = Array.from(nameOf(workerId)?.reveal() ?? '')[0];
      return surname === undefined ? undefined : sealed(token('employer', jobId), hireId, surname);
    },
  };
  return {
    view, token,
    opened: (fact: FactOf<'slipPageOpened'>, now: Instant) => open.run(fact.about, fact.side, now),
    marked: (fact: FactOf<'slipMarkTaken'>, now: Instant) => take.run(fact.markId, fact.outcome, now),
  };
}

/** The same words give the same box, for a decision that is made again must be the same; each hire has a key of its own. */
function sealed(token: string, hireId: string, surname: string): string {
  const key = Buffer.from(hkdfSync('sha256', token, hireId, surnameBox.purpose, 32));
  const iv = hash('sha256', `${hireId}|${surname}`, 'buffer').subarray(0, surnameBox.ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([iv, cipher.update(surname, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}
