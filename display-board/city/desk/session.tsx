/* What a desk holds: the line to the hub, the live figures, who has signed in; and how its pages ask and change. */
import { createContext, useContext, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { cityAnswerSchema, cityDeskLimits, type CityDesk, type CityRefusal } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { cityQuestions, type CityAsked, type CityQuestion, type CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import type { Say } from '../../i18n/texts.ts';
import type { Link, LinkState } from '../../kit/link.ts';
import type { CityMemory } from '../city-memory.ts';

export interface DeskMemory { readonly link: LinkState; readonly desk: CityDesk | undefined; readonly member: CityDesk['staff'][number] | undefined; readonly lockAfterMs: number; /** nobody touched it for too long */ readonly locked: boolean; /** signed in by a PIN that somebody else gave: another one comes first */ readonly mustSetPin: boolean }
export interface DeskSession { readonly link: Link; readonly memory: StoreApi<DeskMemory>; readonly figures: StoreApi<CityMemory> }

export const SessionContext = createContext<DeskSession | undefined>(undefined);
export function useSession(): DeskSession {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('outside SessionContext');
  return session;
}
export const useDesk = (): DeskMemory => useStore(useSession().memory);
export const useFigures = (): CityMemory => useStore(useSession().figures);

export type Trouble = { readonly kind: 'refused'; readonly refusal: CityRefusal } | { readonly kind: 'noAnswer' | 'badAnswer' };
export type Told<T> = { readonly kind: 'told'; readonly value: T } | Trouble;

/** A question or a change; an answer that does not fit is none. */
export async function say<T>(link: Pick<Link, 'ask'>, event: 'ask' | 'change' | 'erase' | 'setPin', message: unknown, read: (value: unknown) => T | undefined): Promise<Told<T>> {
  const given = await link.ask(event, message, cityDeskLimits.answerMs);
  if (given === undefined) return { kind: 'noAnswer' };
  const answer = cityAnswerSchema.safeParse(given);
  if (!answer.success) return { kind: 'badAnswer' };
  if (!answer.data.ok) return { kind: 'refused', refusal: answer.data.refusal };
  const value = read(answer.data.value);
  return value === undefined ? { kind: 'badAnswer' } : { kind: 'told', value };
}

export const askCity = <N extends CityQuestion>(link: Pick<Link, 'ask'>, name: N, asked: CityAsked<N>): Promise<Told<CityTold<N>>> =>
  say(link, 'ask', { name, asked }, (value) => cityQuestions[name].reply.safeParse(value).data as CityTold<N> | undefined);

export interface Asked<T> { readonly value: T | undefined; readonly trouble: Trouble | undefined; readonly again: () => void }

/** Asks when it appears, when what is asked changes, and on request; the last good answer stays while a newer one is on its way. Unless `wanted` nothing is asked. */
export function useQuestion<N extends CityQuestion>(name: N, asked: CityAsked<N>, wanted = true): Asked<CityTold<N>> {
  const { link } = useSession();
  // A locked desk asks nothing, and asks again when it is opened.
  const { locked } = useDesk();
  const words = JSON.stringify(asked);
  const [turn, setTurn] = useState(0);
  const [held, setHeld] = useState<{ readonly words: string; readonly turn: number; readonly told: Told<CityTold<N>>; readonly good: CityTold<N> | undefined }>();
  useEffect(() => {
    if (!wanted || locked) return undefined;
    let gone = false;
    const begin = async (): Promise<void> => {
      const told = await askCity(link, name, JSON.parse(words) as CityAsked<N>);
      if (!gone) setHeld((before) => ({ words, turn, told, good: told.kind === 'told' ? told.value : before?.words === words ? before.good : undefined }));
    };
    void begin();
    return () => { gone = true; };
  }, [link, name, words, turn, wanted, locked]);
  const mine = held?.words === words ? held : undefined;
  return { value: mine?.good, trouble: mine === undefined || mine.told.kind === 'told' ? undefined : mine.told, again: () => { setTurn((before) => before + 1); } };
}

/** Asks the same again now and then, as long as the page stands; how often the page is drawn does not matter. */
export function useAgainEvery(again: () => void, everyMs: number): void {
  const newest = useRef(again);
  useEffect(() => { newest.current = again; });
  useEffect(() => {
    const timer = setInterval(() => { newest.current(); }, everyMs);
    return () => { clearInterval(timer); };
  }, [everyMs]);
}

export function troubleText(text: Say, trouble: Trouble): string {
  return trouble.kind === 'refused' ? text(`cityDesk.refusal.${trouble.refusal.code}`, { field: trouble.refusal.field ?? '' }) : text(`cityDesk.${trouble.kind}`);
}

/** `crypto.randomUUID` exists only on secure origins. */
export const newId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
