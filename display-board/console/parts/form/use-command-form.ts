/* A form that becomes one command: checked at its fields first, sent once, and what the hall refuses comes back to the field it is about. */
import { useState } from 'react';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';
import { useSay } from '../../../kit/say.tsx';
import { useAct } from '../../session/use-act.ts';
import { checkDraft, noWrongs, wrongsOf, type DraftCommand } from './wrongs.ts';

export interface CommandForm {
  readonly busy: boolean;
  /** what to say under the field of this path; of several, the first that is wrong */
  readonly wrong: (...paths: readonly string[]) => string | undefined;
  /** the last refusal of the hall, until something is sent again */
  readonly refusal: Refusal | undefined;
  /** True when it was done; `done` says what, and may keep what the facts tell. */
  readonly send: (draft: DraftCommand, done: (facts: readonly Fact[]) => string) => Promise<boolean>;
  readonly clear: () => void;
}

export function useCommandForm(): CommandForm {
  const say = useSay();
  const act = useAct();
  const [wrongs, setWrongs] = useState(noWrongs);
  const [refusal, setRefusal] = useState<Refusal>();
  const clear = (): void => { setWrongs(noWrongs); setRefusal(undefined); };
  return {
    busy: act.busy, refusal, clear,
    wrong: (...paths) => {
      const key = paths.map((path) => wrongs.get(path)).find((one) => one !== undefined);
      return key === undefined ? undefined : say(key);
    },
    send: async (draft, done) => {
      const checked = checkDraft(draft);
      setRefusal(undefined);
      setWrongs(checked.ok ? noWrongs : checked.wrongs);
      if (!checked.ok) return false;
      return act.run(checked.command, done, (refused) => { setRefusal(refused); setWrongs(wrongsOf(refused)); });
    },
  };
}
