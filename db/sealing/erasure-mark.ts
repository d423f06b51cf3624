/* By what halls find an erased person among theirs although nobody tells them the number. An ID number can be guessed through: so the quick half is short enough to fit many people, and the half that decides is slow to compute. */
import { createHmac, scryptSync, timingSafeEqual } from 'node:crypto';
import type { ErasureMark } from '../domain/people/sharing/commands.ts';

/** Some 30 ms and 16 MB each. */
const cost = { N: 2 ** 14, r: 8, p: 1 } as const;

/** 12 bits: one person in 4,096 has the same. */
const quickOf = (number: string, erasureId: string): string => createHmac('sha256', erasureId).update(number).digest('hex').slice(0, 3);
const markOf = (number: string, erasureId: string): Buffer => scryptSync(number, erasureId, 32, cost);

/** The erasure's own id is the salt: the same number has another mark in every erasure. */
export const erasureMark = (number: string, erasureId: string): ErasureMark => ({ erasureId, quick: quickOf(number, erasureId), mark: markOf(number, erasureId).toString('hex') });

/** Whether this is the number that was erased. Quick for nearly everybody. */
export const isMarked = (number: string, { erasureId, quick, mark }: ErasureMark): boolean => quickOf(number, erasureId) === quick && timingSafeEqual(markOf(number, erasureId), Buffer.from(mark, 'hex'));
