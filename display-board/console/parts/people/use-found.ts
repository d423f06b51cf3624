/* Looks for whoever was asked for: by what they told, or by the number on the paper they hold. */
import { useState } from 'react';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { useQuestion, type Asked } from '../../session/use-question.ts';
import { askedFor, type AskedFor } from './asked-for.ts';

export type FoundWorker = QueryReply<'findWorkers'>['workers'][number];

export interface Found {
  readonly asked: AskedFor;
  readonly look: (typed: string) => void;
  /** asks for the same once more: the hall may hold something else by now */
  readonly again: () => void;
  readonly forget: () => void;
  /** undefined until there is an answer */
  readonly workers: readonly FoundWorker[] | undefined;
  /** of a number that waits: there is a person, and no name before the call */
  readonly hidden: boolean;
  /** the question behind it, for its troubles */
  readonly question: Asked<unknown>;
}

const nobody: AskedFor = { by: 'nothing' };

export function useFound(): Found {
  const [asked, setAsked] = useState<AskedFor>(nobody);
  const told = asked.by === 'number' || asked.by === 'phone' || asked.by === 'name' ? asked : undefined;
  const persons = useQuestion('findWorkers', told ?? { by: 'id', text: 'nobody' }, { when: told !== undefined });
  const paper = useQuestion('paperNumber', { number: asked.by === 'paper' ? asked.text : 'A000' }, { when: asked.by === 'paper' });
  const about = paper.value?.about;
  const holder = about === undefined || about.kind === 'none' || about.kind === 'job' || about.worker === undefined ? [] : [about.worker];
  const workers = told !== undefined ? persons.value?.workers : asked.by !== 'paper' ? undefined : about === undefined ? undefined : holder;
  return {
    asked, workers, hidden: asked.by === 'paper' && about?.kind === 'ticket' && about.state === 'waiting' && about.worker === undefined, question: told === undefined ? paper : persons,
    look: (typed) => { setAsked(askedFor(typed)); (told === undefined ? paper : persons).again(); },
    again: () => { (told === undefined ? paper : persons).again(); },
    forget: () => { setAsked(nobody); },
  };
}
