/* A list that comes in pages: begun when it appears and when what is asked changes, continued on request. */
import { useEffect, useRef, useState } from 'react';
import type { QueryName, QueryReply, QueryRequest } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { Link } from '../../kit/link.ts';
import { askQuestion, type Told } from './ask-question.ts';
import { useMemory, useSession } from './desk-session.tsx';

/** A page may be short, even empty, and still have a next (a rare wish in a long ledger): so many questions for one press, then people press again. */
export const pagesAtOnce = 8;
/** More rows than this nobody reads on a screen: a narrower question, or a file. */
export const listedMost = 600;

type Paged = { readonly rows: readonly unknown[]; readonly next?: unknown };
export type ListName = { [N in QueryName]: QueryReply<N> extends Paged ? N : never }[QueryName];
export type RowOf<N extends ListName> = QueryReply<N> extends { readonly rows: readonly (infer R)[] } ? R : never;

export interface Listed<R> {
  readonly rows: readonly R[];
  /** there may be more */
  readonly more: boolean;
  /** as many as a screen takes: ask for less */
  readonly full: boolean;
  readonly asking: boolean;
  readonly trouble: Exclude<Told<unknown>, { kind: 'told' }> | undefined;
  readonly again: () => void;
  readonly next: () => void;
}

interface Held<R> { readonly words: string; /** how often it was begun anew */ readonly turn: number; readonly rows: readonly R[]; readonly after: unknown; readonly asking: boolean; readonly trouble: Listed<R>['trouble'] }

/** `wanted`: so many new rows for one press. */
export function useList<N extends ListName>(name: N, asked: Omit<QueryRequest<N>, 'after'>, wanted: number, when = true): Listed<RowOf<N>> {
  const { link } = useSession();
  const up = useMemory().link.at === 'up';
  const words = JSON.stringify(asked);
  const [turn, setTurn] = useState(0);
  const nothing: Held<RowOf<N>> = { words, turn, rows: [], after: undefined, asking: true, trouble: undefined };
  const [held, setHeld] = useState<Held<RowOf<N>>>(nothing);
  // The newest reading; an older one that comes late is not heard.
  const reading = useRef(0);
  useEffect(() => {
    if (!up || !when) return undefined;
    reading.current += 1;
    const mine = reading.current;
    const begin = async (): Promise<void> => {
      const found = await readOn<N>({ link, name, wanted }, { words, turn, rows: [], after: undefined });
      if (reading.current === mine) setHeld(found);
    };
    void begin();
    return () => { reading.current += 1; };
  }, [link, name, words, wanted, turn, up, when]);
  const mine = held.words !== words ? nothing : held.turn === turn ? held : { ...held, asking: true };
  const next = (): void => {
    reading.current += 1;
    const turned = reading.current;
    setHeld({ ...mine, asking: true });
    const goOn = async (): Promise<void> => {
      const found = await readOn<N>({ link, name, wanted }, mine);
      if (reading.current === turned) setHeld(found);
    };
    void goOn();
  };
  return {
    rows: mine.rows, more: mine.after !== undefined, full: mine.rows.length >= listedMost, asking: mine.asking && when, trouble: mine.trouble,
    again: () => { setTurn((before) => before + 1); }, next,
  };
}

interface Reading<N> { readonly link: Pick<Link, 'ask'>; readonly name: N; readonly wanted: number }

/** On from where a reading stopped, until there is enough for one press. */
async function readOn<N extends ListName>({ link, name, wanted }: Reading<N>, { words, turn, rows: before, after: from }: Pick<Held<RowOf<N>>, 'words' | 'turn' | 'rows' | 'after'>): Promise<Held<RowOf<N>>> {
  const rows = [...before];
  let after = from;
  for (let page = 1; page <= pagesAtOnce; page++) {
    const told = await askQuestion(link, name, { ...(JSON.parse(words) as object), ...(after === undefined ? {} : { after }) } as QueryRequest<N>);
    if (told.kind !== 'told') return { words, turn, rows, after, asking: false, trouble: told };
    const found = told.value as Paged;
    rows.push(...(found.rows as RowOf<N>[]));
    after = found.next;
    if (after === undefined || rows.length - before.length >= wanted || rows.length >= listedMost) break;
  }
  return { words, turn, rows, after, asking: false, trouble: undefined };
}
