/* Where every question is answered: who may ask, what fits the schema, and then the reader. Reads only; nothing here can change the hall. */
import type { z } from 'zod';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { refuse, type Result } from '@kuaizhao/db/domain/result.ts';
import { firstField } from '@kuaizhao/sync-agent/contract/describe-issues.ts';
import { mayQuestion } from '@kuaizhao/sync-agent/contract/may/questions.ts';
import type { QuerySpec, QuerySpecs } from '@kuaizhao/sync-agent/contract/queries/query.ts';

type Asked<Q extends QuerySpec> = z.output<Q['request']>;
type Reply<Q extends QuerySpec> = z.output<Q['reply']>;
/** One function a question; it is called only with what fits and by whom it is for. */
export type AnswersTo<Q extends QuerySpecs> = { readonly [N in keyof Q]: (asked: Asked<Q[N]>, reader: Actor) => Result<Reply<Q[N]>> | Promise<Result<Reply<Q[N]>>> };

export function createDesk<Q extends QuerySpecs>(queries: Q, answers: AnswersTo<Q>) {
  return {
    knows: (name: string): name is keyof Q & string => Object.hasOwn(queries, name),
    /** Refuses `notYourRole` and `malformed` before anything is looked at, then what the answer refuses. Never throws for what was asked. */
    async answer<N extends keyof Q & string>(name: N, message: unknown, reader: Actor): Promise<Result<Reply<Q[N]>>> {
      const { request } = queries[name] as QuerySpec;
      if (!mayQuestion(reader, name)) return refuse('notYourRole');
      const parsed = request.safeParse(message);
      if (!parsed.success) return refuse('malformed', firstField(parsed.error));
      return answers[name](parsed.data as Asked<Q[N]>, reader);
    },
  };
}
