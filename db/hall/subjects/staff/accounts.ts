/* Accounts of staff in SQLite: names and what is kept of PINs sealed. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { Personal } from '../../../domain/people/personal.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { AccountCardRecord, AccountRecord, AccountsView, RecoveryRecord } from '../../../domain/staff/accounts/view.ts';
import type { StaffRole } from '../../../domain/staff/role.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';

interface Row { staff_id: string; role: StaffRole; name_sealed: Buffer | null; pin_sealed: Buffer | null; card_sealed: Buffer | null; one_time: 0 | 1; opened_at: number; closed_at: number | null }
/** Without `pin` nobody signs in; without `name` it was lost with a disk. `pin` and `card` are what is kept of them; `card` is empty where it was lost with a disk, and then no card is the right one. */
export interface KeptAccount {
  readonly staffId: string; readonly role: StaffRole; readonly name: Personal | undefined; readonly pin: Personal | undefined; readonly card: Personal | undefined;
  readonly oneTime: boolean; readonly openedAt: Instant; readonly closedAt: Instant | undefined;
}

/** Stands where what was kept of a card is gone. */
const lostCard = '';
/** Shown at most, those that are open first: a hall in ten years. */
const shownMost = 1_000;
const codeOwner = 'admin';
const codeWhere = `recovery_code|${codeOwner}|code`;

export function openAccounts(sql: Database, cipher: FieldCipher) {
  const one = sql.prepare<[string], Row>('SELECT * FROM account WHERE staff_id = ?');
  const all = sql.prepare<[number], Row>('SELECT * FROM account ORDER BY closed_at IS NOT NULL, staff_id LIMIT ?');
  const count = sql.prepare<[string | null, string | null], { n: number }>('SELECT count(*) AS n FROM account WHERE closed_at IS NULL AND (? IS NULL OR role = ?)');
  const insert = sql.prepare('INSERT INTO account (staff_id, role, name_sealed, pin_sealed, card_sealed, one_time, opened_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const setRole = sql.prepare('UPDATE account SET role = ? WHERE staff_id = ?');
  const setPin = sql.prepare('UPDATE account SET pin_sealed = ?, one_time = ? WHERE staff_id = ?');
  const setCard = sql.prepare('UPDATE account SET card_sealed = ? WHERE staff_id = ?');
  const setAgain = sql.prepare('UPDATE account SET one_time = 1 WHERE staff_id = ?');
  const close = sql.prepare('UPDATE account SET closed_at = ?, pin_sealed = NULL, card_sealed = NULL WHERE staff_id = ?');
  const code = sql.prepare<[], { code_sealed: Buffer }>('SELECT code_sealed FROM recovery_code');
  const putCode = sql.prepare('INSERT INTO recovery_code (whose, code_sealed, made_at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET code_sealed = excluded.code_sealed, made_at = excluded.made_at');
  const dropCode = sql.prepare('DELETE FROM recovery_code');
  type Field = 'name' | 'pin' | 'card';
  const where = (staffId: string, field: Field): string => `account|${staffId}|${field}`;
  const sealed = (staffId: string, field: Field, text: string | undefined): Buffer | null => (text === undefined ? null : cipher.seal(text, where(staffId, field)));
  const opened = (row: Row, field: Field): Personal | undefined => { const box = row[`${field}_sealed`]; return box === null ? undefined : cipher.open(box, where(row.staff_id, field)); };
  const kept = (row: Row): KeptAccount => ({
    staffId: row.staff_id, role: row.role, name: opened(row, 'name'), pin: opened(row, 'pin'), card: opened(row, 'card'), oneTime: row.one_time === 1, openedAt: row.opened_at, closedAt: row.closed_at ?? undefined,
  });
  const view: AccountsView = {
    account: (staffId) => { const row = one.get(staffId); return row && { staffId, role: row.role, closed: row.closed_at !== null, oneTime: row.one_time === 1, card: row.card_sealed !== null }; },
    openAccounts: (role) => count.get(role ?? null, role ?? null)?.n ?? 0,
    recoveryKept: () => code.get() !== undefined,
  };
  return {
    view,
    /** Without its record the account stands there, and nobody signs in by it; one that the configuration has brought back already stays as it is. */
    opened: ({ staffId, role, oneTime }: FactOf<'accountOpened'>, record: AccountRecord | undefined, now: Instant) =>
      insert.run(staffId, role, sealed(staffId, 'name', record?.name), sealed(staffId, 'pin', record?.pin), sealed(staffId, 'card', record?.card), oneTime === true ? 1 : 0, now),
    roleSet: ({ staffId, role }: FactOf<'accountRoleSet'>) => setRole.run(role, staffId),
    pinSet(fact: FactOf<'accountPinSet' | 'accountRecovered'>, record: AccountRecord | undefined): void {
      const recovered = fact.type === 'accountRecovered';
      // A PIN that was set and is lost with a disk leaves the one before good for one sign-in.
      if (record === undefined) setAgain.run(fact.staffId);
      else setPin.run(sealed(fact.staffId, 'pin', record.pin), recovered || fact.oneTime === true ? 1 : 0, fact.staffId);
      if (recovered) dropCode.run();
    },
    /** A card that was set and is lost with a disk leaves `lostCard`, which no card is: the one before may be the one that somebody lost, and PIN alone would be less than was asked for. */
    cardSet: ({ staffId, card }: FactOf<'accountCardSet'>, record: AccountCardRecord | undefined) => setCard.run(card ? sealed(staffId, 'card', record?.card ?? lostCard) : null, staffId),
    /** What is kept of its PIN goes at once; the name stays, so that old records can be read. */
    closed: ({ staffId }: FactOf<'accountClosed'>, now: Instant) => close.run(now, staffId),
    /** Without its record the one before is good for nothing either. */
    recoveryKept(record: RecoveryRecord | undefined, now: Instant): void {
      if (record === undefined) dropCode.run();
      else putCode.run(codeOwner, cipher.seal(record.code, codeWhere), now);
    },
    kept: (staffId: string): KeptAccount | undefined => { const row = one.get(staffId); return row && kept(row); },
    all: (): KeptAccount[] => all.all(shownMost).map(kept),
    recoveryCode: (): Personal | undefined => { const row = code.get(); return row && cipher.open(row.code_sealed, codeWhere); },
  };
}
