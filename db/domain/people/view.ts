/* What decisions about people need to know. Merged records are one person: every answer names the record that stands for all of them. */
import type { TradeCode } from '../trades/trade.ts';
import type { TicketRow } from '../queue/view.ts';
import type { Card } from './card.ts';
import type { Document, Profile, ProfileChanges, ProfileField } from './profile.ts';

export interface WorkerRow {
  readonly workerId: string;
  readonly trades: readonly TradeCode[];
  /** consent to being registered stands */
  readonly consented: boolean;
  readonly document: Document;
}
/** The visit of a worker on the open day, with the number it carries. */
export interface VisitRow { readonly visitId: string; readonly workerId: string; /** the ticket for work of this visit: the open one, else the newest */ readonly ticketId: string }
/** One record as it stands, by kinds of data only. */
export interface HeldRecord { readonly workerId: string; readonly version: number; readonly document: Document; readonly has: readonly ProfileField[] }

export interface PeopleView {
  /** The person who holds this number, erased ones never. */
  workerByNumber(idNumber: string): WorkerRow | undefined;
  /** The person behind a record; undefined when unknown or erased. */
  worker(workerId: string): WorkerRow | undefined;
  visitOf(workerId: string): VisitRow | undefined;
  /** The record itself, not the person it is merged into. */
  heldRecord(workerId: string): HeldRecord | undefined;
  /** The record, merged or not, that holds this number. */
  holderOfNumber(idNumber: string): string | undefined;
  /** What a card says otherwise than the record that holds its number, by kind; empty when all is the same. */
  changedByCard(card: Card): { readonly record: HeldRecord; readonly fields: readonly ProfileField[] } | undefined;
  /** Unmerged records with this name and birthday, those that staff witnessed or those of a card; oldest first. */
  recordsLike(name: string, birth: string, kind: 'witnessed' | 'card', limit: number): readonly string[];
  /** A number of the queue for work on the open day. */
  workTicket(number: string): TicketRow | undefined;
}

/** Goes to the worker table beside the facts, in the same transaction; never into the journal. */
export interface WorkerRecord { readonly table: 'worker'; readonly workerId: string; readonly profile: Profile; readonly phone: string | undefined }
/** A new version of a person's record. */
export interface ProfileRecord { readonly table: 'profile'; readonly workerId: string; readonly changes: ProfileChanges }
