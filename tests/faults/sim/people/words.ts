/* How people are told of in the simulation. A box is open to whoever looks, so that the checker finds everybody; everything else of a word is as in the field. */
import { createHash } from 'node:crypto';
import type { Fact, FactOf } from '@kuaizhao/db/domain/fact.ts';
import type { ErasureMark } from '@kuaizhao/db/domain/people/sharing/commands.ts';
import type { SharedFields } from '@kuaizhao/db/domain/people/sharing/person.ts';

export const persons = ['p1', 'p2', 'p3'] as const;
export type Person = (typeof persons)[number];
export interface Boxed { readonly person: Person; readonly registeredAt: number; readonly fields: SharedFields }

const boxLeast = 90;
export const close = (boxed: object): string => Buffer.from(JSON.stringify(boxed).padEnd(boxLeast)).toString('base64url');
export const open = (box: string): Boxed => JSON.parse(Buffer.from(box, 'base64url').toString()) as Boxed;

export const sharedFact = (workerId: string, boxed: Boxed): Fact => ({ type: 'workerShared', workerId, share: { to: '0123456789abcdef', hallKey: 'A'.repeat(43), box: close(boxed) } });

const markOf = (person: Person, erasureId: string): string => createHash('sha256').update(`${person}|${erasureId}`).digest('hex');
export const markFor = (person: Person, erasureId: string): ErasureMark => ({ erasureId, quick: '000', mark: markOf(person, erasureId) });
export const personOf = ({ erasureId, mark }: ErasureMark): Person | undefined => persons.find((person) => markOf(person, erasureId) === mark);

type AboutPeople = FactOf<'workerShared' | 'workerErased' | 'erasureHeard'>;
export const isAboutPeople = (fact: Fact): fact is AboutPeople => fact.type === 'workerShared' || fact.type === 'workerErased' || fact.type === 'erasureHeard';
