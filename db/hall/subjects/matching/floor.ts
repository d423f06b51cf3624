/* The living plan beside its database: every fact becomes moves, every move is kept, and after a restart or an undone transaction the same moves make the same plan. */
import type { Database, Statement } from 'better-sqlite3';
import { HallPlan } from '../../../domain/matching/live/hall-plan.ts';
import { planMoveSchema, type PlanMove } from '../../../domain/matching/live/move.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';

/** What somebody brings along tells of need by its head start: kept sealed. All other moves are ids, moments, and terms as the tables of calls and jobs hold them. */
const isSealed = (move: PlanMove): boolean => move.move === 'arrive';
const placeOf = (day: string, n: number): string => `plan_move|${day} ${n}|move`;

export type BandsOfDay = [band: string, offers: number, accepted: number][];

export class Floor {
  private readonly sql: Database;
  private readonly cipher: FieldCipher;
  /** the moves that make a floor out of the tables as they are */
  private readonly anew: (bands: BandsOfDay) => Iterable<PlanMove>;
  private readonly openDay: Statement<[], { day: string }>;
  private readonly kept: Statement<[string], { n: number; move: string | null; move_sealed: Buffer | null }>;
  private readonly insert: Statement<[string, number, string | null, Buffer | null]>;
  private readonly clear: Statement<[]>;
  private made = new HallPlan();
  private day = '';
  private moves = 0;
  /** the plan in memory is not what the file says */
  private spoilt = true;
  /** following the moves again would lead to the same fault */
  private distrusted = false;
  /** Counts every change of the plan: what has not changed needs no undoing. */
  changes = 0;
  /** How often the plan had to be made anew since the start: 0 in a hall where all is well. */
  remade = 0;

  constructor(sql: Database, cipher: FieldCipher, anew: (bands: BandsOfDay) => Iterable<PlanMove>) {
    this.sql = sql;
    this.cipher = cipher;
    this.anew = anew;
    this.openDay = sql.prepare('SELECT day FROM business_day ORDER BY day DESC LIMIT 1');
    this.kept = sql.prepare('SELECT n, move, move_sealed FROM plan_move WHERE day = ? ORDER BY n');
    this.insert = sql.prepare('INSERT INTO plan_move (day, n, move, move_sealed) VALUES (?, ?, ?, ?)');
    this.clear = sql.prepare('DELETE FROM plan_move');
  }

  /** The plan as the facts so far have made it. */
  plan(): HallPlan {
    if (!this.spoilt) return this.made;
    this.spoilt = false;
    const followed = this.distrusted ? 'broken' : this.follow();
    if (followed !== 'whole' && this.day !== '') {
      if (followed === 'broken') this.remade += 1;
      this.makeAnew();
    }
    return this.made;
  }

  /** One move, made and kept. A plan that refuses it is made anew out of the tables: no command of a person fails because of it. */
  move(move: PlanMove): void {
    const plan = this.plan();
    this.changes += 1;
    try {
      plan.apply(move);
    } catch {
      this.remade += 1;
      return this.makeAnew();
    }
    this.keep(move);
  }

  /** A day begins: nothing of the one before is kept but what its offers taught. */
  begin(): void {
    const plan = this.plan();
    plan.bands.set(plan.bands.halved());
    this.makeAnew();
  }

  /** Out of the tables as they are; the moves kept so far are gone. Outside a transaction there is no right to write: then the next operation makes and keeps it. */
  makeAnew(): void {
    this.changes += 1;
    const bands = this.made.bands.kept();
    this.made = new HallPlan();
    this.day = this.openDay.get()?.day ?? '';
    this.moves = 0;
    const keeps = this.sql.inTransaction;
    if (keeps) this.clear.run();
    if (this.day !== '') for (const move of this.anew(bands)) {
      this.made.apply(move);
      if (keeps) this.keep(move);
    }
    if (keeps) this.distrusted = false;
    this.spoilt = !keeps;
  }

  /** A transaction was undone. */
  spoil(): void {
    this.spoilt = true;
  }

  /** The plan was proved wrong: it is made out of the tables by the next command. */
  distrust(): void {
    [this.spoilt, this.distrusted] = [true, true];
  }

  private keep(move: PlanMove): void {
    this.moves += 1;
    const text = JSON.stringify(move);
    if (isSealed(move)) this.insert.run(this.day, this.moves, null, this.cipher.seal(text, placeOf(this.day, this.moves)));
    else this.insert.run(this.day, this.moves, text, null);
  }

  /** Follows the kept moves of the open day. */
  private follow(): 'whole' | 'none' | 'broken' {
    const bands = this.made.bands.kept();
    this.made = new HallPlan();
    this.made.bands.set(bands);
    this.day = this.openDay.get()?.day ?? '';
    this.moves = 0;
    try {
      for (const { n, move, move_sealed: box } of this.kept.iterate(this.day)) {
        const text = box === null ? move : this.cipher.open(box, placeOf(this.day, n)).reveal();
        this.made.apply(planMoveSchema.parse(JSON.parse(text ?? '')));
        this.moves = n;
      }
    } catch {
      return 'broken';
    }
    return this.moves > 0 ? 'whole' : 'none';
  }
}
