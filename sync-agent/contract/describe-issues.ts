/* One clear line for what a schema did not like: the same words for a configuration file and for a log. */
import type { z } from 'zod';
import { refusalCodeSchema, type RefusalCode } from '@kuaizhao/db/domain/refusal.ts';

/** `listen.port: expected number` for the first few problems, without the values: a value may be a secret or a name. */
export function describeIssues(error: z.ZodError, most = 3): string {
  const lines = error.issues.slice(0, most).map((issue) => {
    const path = issue.path.map(String).join('.') || '(top)';
    return issue.code === 'unrecognized_keys' ? `${path}: unknown key ${issue.keys.join(', ')}` : `${path}: ${issue.code === 'invalid_type' ? `expected ${issue.expected}` : issue.message}`;
  });
  return lines.join('; ');
}

/** How a message that fits no schema is refused: `malformed`, or by the name that the schema itself gives to what is wrong. */
export const namedProblem = (error: z.ZodError): RefusalCode => refusalCodeSchema.safeParse(error.issues[0]?.message).data ?? 'malformed';

/** The path of the first problem inside a message, for a refusal's `field`. */
export const firstField = (error: z.ZodError): string => (error.issues[0]?.path ?? []).map(String).join('.').slice(0, 60);
