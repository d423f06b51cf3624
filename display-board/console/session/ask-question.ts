/* Asks the agent a question and believes the answer only if it fits the question's schema. */
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';
import { limits } from '@kuaizhao/sync-agent/contract/lan.ts';
import { queryAnswerSchema } from '@kuaizhao/sync-agent/contract/queries/query.ts';
import { queries, type QueryName, type QueryReply, type QueryRequest } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { Link } from '../../kit/link.ts';

export type Told<T> =
  | { readonly kind: 'told'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** within `answerMs`; questions change nothing, so asking again harms nobody */
  | { readonly kind: 'noAnswer' }
  | { readonly kind: 'badAnswer' };

export async function askQuestion<N extends QueryName>(link: Pick<Link, 'ask'>, name: N, asked: QueryRequest<N>, answerMs: number = limits.answerMs): Promise<Told<QueryReply<N>>> {
  const message = await link.ask('query', { name, asked }, answerMs);
  if (message === undefined) return { kind: 'noAnswer' };
  const answer = queryAnswerSchema.safeParse(message);
  if (!answer.success) return { kind: 'badAnswer' };
  if (!answer.data.ok) return { kind: 'refused', refusal: answer.data.refusal };
  const value = queries[name].reply.safeParse(answer.data.value);
  return value.success ? { kind: 'told', value: value.data as QueryReply<N> } : { kind: 'badAnswer' };
}
