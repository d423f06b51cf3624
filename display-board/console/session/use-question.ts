/* A question as a component holds it: asked when it appears, when what is asked changes, on request, and on a quiet cadence. */
import { useEffect, useState } from 'react';
import type { QueryName, QueryReply, QueryRequest } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { askQuestion, type Told } from './ask-question.ts';
import { useMemory, useSession } from './desk-session.tsx';

export interface Asked<T> {
  /** the last good answer, kept while a newer one is on its way or does not come */
  readonly value: T | undefined;
  /** why there is no newer one; undefined when the last answer was good */
  readonly trouble: Exclude<Told<T>, { kind: 'told' }> | undefined;
  readonly asking: boolean;
  readonly again: () => void;
}

export interface AskOptions {
  /** asks again after so long, as long as the page is seen; never when absent */
  readonly everyMs?: number;
  /** false: nothing is asked yet */
  readonly when?: boolean;
}

export function useQuestion<N extends QueryName>(name: N, asked: QueryRequest<N>, { everyMs, when = true }: AskOptions = {}): Asked<QueryReply<N>> {
  const { link } = useSession();
  const { link: { at }, locked } = useMemory();
  // A locked console asks nothing, and asks again when it is opened.
  const up = at === 'up' && !locked;
  // What is asked is data: the same words are the same question, however often a component draws.
  const words = JSON.stringify(asked);
  const [turn, setTurn] = useState(0);
  const [last, setLast] = useState<Last<QueryReply<N>>>();
  useEffect(() => {
    if (!when || !up) return undefined;
    // After this page or this question is gone, nobody listens any more.
    let gone = false;
    const ask = async (): Promise<void> => {
      const told = await askQuestion(link, name, JSON.parse(words) as QueryRequest<N>);
      if (gone) return;
      setLast((before) => (told.kind === 'told' ? { words, turn, value: told.value, trouble: undefined } : { words, turn, value: before?.words === words ? before.value : undefined, trouble: told }));
    };
    void ask();
    const timer = everyMs === undefined ? undefined : setInterval(() => { if (!document.hidden) void ask(); }, everyMs);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [link, name, words, turn, everyMs, up, when]);
  const mine = last?.words === words ? last : undefined;
  return { value: mine?.value, trouble: mine?.trouble, asking: when && mine?.turn !== turn, again: () => { setTurn((before) => before + 1); } };
}

interface Last<T> { readonly words: string; readonly turn: number; readonly value: T | undefined; readonly trouble: Asked<T>['trouble'] }
