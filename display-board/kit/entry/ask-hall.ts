/* One question of a page to the agent that has no line yet, as a POST; the answer is checked like everything else. */
import { enrolmentRefusedSchema, type EnrolmentRefusal } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';

const answerMs = 10_000;

/** A schema, as far as it is needed here. */
interface Check<T> { safeParse(raw: unknown): { readonly success: true; readonly data: T } | { readonly success: false } }

/** `away`: nobody answered, or not the hall. */
export type Said<T> = T | { readonly ok: false; readonly refusal: EnrolmentRefusal | 'away' };

/** Never rejects. */
export async function askHall<T>(path: string, message: object, schema: Check<T>): Promise<Said<T>> {
  let raw: unknown;
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(message), cache: 'no-store', credentials: 'same-origin', signal: AbortSignal.timeout(answerMs) });
    raw = await response.json();
  } catch {
    return { ok: false, refusal: 'away' };
  }
  const told = schema.safeParse(raw);
  return told.success ? told.data : { ok: false, refusal: enrolmentRefusedSchema.safeParse(raw).data?.refusal ?? 'away' };
}
