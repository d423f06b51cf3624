/* Identifiers made by the agent: time first, so that a morning's rows lie side by side in every index, then chance. */
import { randomFillSync } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const pool = Buffer.alloc(4_096);
let used = pool.length;

/** 10 characters of milliseconds and 12 of chance (60 bits), sortable by time; `now` in milliseconds. */
export function newId(now: number): string {
  let time = '';
  for (let rest = now, n = 0; n < 10; n += 1, rest = Math.floor(rest / 32)) time = alphabet.charAt(rest % 32) + time;
  if (used + 12 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  let chance = '';
  for (const end = used + 12; used < end; used += 1) chance += alphabet.charAt((pool[used] ?? 0) % 32);
  return time + chance;
}
