/* The cipher of a hall's file with all heads that its rows may have. */
import type { Database } from 'better-sqlite3';
import type { Instant } from '../../domain/scalars.ts';
import { createFieldCipher, keyIdOfHead, type FieldCipher } from '../../sealing/field-cipher.ts';
import type { KeyRing } from '../../sealing/key-file.ts';
import type { SuiteName } from '../../sealing/suites.ts';

export interface Heads {
  /** Rows may still be sealed by these, beside the newest. */
  older(): readonly number[];
  /** Nothing of this head is left: from now on nobody looks for it. */
  emptied(head: number, now: Instant): void;
  /** Keys by which nothing has been sealed since before `since`; the newest never. */
  unusedKeys(since: Instant): readonly number[];
  /** After the key itself is gone. */
  forget(keyId: number): void;
}

/** Notes the newest head before anything is sealed by it. Throws when rows have a key that the key file does not: then this is the key file of something else, or an old one. */
export function openCipher(sql: Database, ring: KeyRing, suite: SuiteName | undefined): { readonly cipher: FieldCipher; readonly heads: Heads } {
  const all = sql.prepare<[], { head: number; emptied_at: number | null }>('SELECT head, emptied_at FROM sealing_head ORDER BY head DESC');
  const put = sql.prepare('INSERT INTO sealing_head (head) VALUES (?) ON CONFLICT DO UPDATE SET emptied_at = NULL');
  const empty = sql.prepare('UPDATE sealing_head SET emptied_at = ? WHERE head = ?');
  const remove = sql.prepare('DELETE FROM sealing_head WHERE head & 15 = ?');
  // An old copy of a cell may lie in the gap of a page: the next quiet hour writes the people's tables anew.
  const scrub = sql.prepare('UPDATE people_rewritten SET erasures = -1');
  let older: readonly number[] = [];
  const cipher = createFieldCipher(ring, { ...(suite === undefined ? {} : { suite }), older: () => older });
  const inUse = (): readonly number[] => all.all().filter(({ head, emptied_at: at }) => at === null && head !== cipher.head).map(({ head }) => head);
  older = inUse();
  const strange = older.find((head) => !cipher.knows(head));
  if (strange !== undefined) throw new Error(`the key file does not have key ${keyIdOfHead(strange)}, by which rows of this database are sealed`);
  put.run(cipher.head);
  return {
    cipher,
    heads: {
      older: () => older,
      emptied(head, now) {
        empty.run(now, head);
        scrub.run();
        older = inUse();
      },
      unusedKeys(since) {
        const rows = all.all();
        const used = new Set([cipher.head, ...rows.filter(({ emptied_at: at }) => at === null || at >= since).map(({ head }) => head)].map(keyIdOfHead));
        return [...new Set(rows.map(({ head }) => keyIdOfHead(head)))].filter((id) => !used.has(id));
      },
      forget: (keyId) => { remove.run(keyId); },
    },
  };
}
