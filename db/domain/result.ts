/* Expected failure is a value, a bug is a throw. */
import type { Refusal, RefusalCode } from './refusal.ts';

export type Result<T, E = Refusal> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** A refusal by name; `field` says which element of the command is meant, when one is; `words` where in its text and by which rule. */
export const refuse = (code: RefusalCode, field?: string, words?: Pick<Refusal, 'matched' | 'ruleId'>): { readonly ok: false; readonly error: Refusal } => ({
  ok: false,
  error: {
    code, ...(field === undefined ? {} : { field }),
    ...(words?.matched === undefined ? {} : { matched: words.matched }), ...(words?.ruleId === undefined ? {} : { ruleId: words.ruleId }),
  },
});
