/* One command at a time from each panel, with its answer said in a sentence. */
import { App } from 'antd';
import { useRef, useState } from 'react';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';
import { useSay } from '../../kit/say.tsx';
import { afterLocked, afterSignOut } from './console-memory.ts';
import { useSession } from './desk-session.tsx';
import { sendCommand, type StaffCommand } from './send-command.ts';

const messageSeconds = 4;

export interface Act {
  /** a command of this panel is on its way */
  readonly busy: boolean;
  /** Sends, then says `done(facts)` or why not; `refused` hears the refusal too, to show its place. True when it was done. */
  readonly run: (command: StaffCommand, done: (facts: readonly Fact[]) => string, refused?: (refusal: Refusal) => void) => Promise<boolean>;
}

export function useAct(): Act {
  const say = useSay();
  const session = useSession();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  // State comes with the next drawing; a key that is held down comes before.
  const under = useRef(false);
  const run: Act['run'] = async (command, done, refused) => {
    if (under.current) return false;
    under.current = true;
    setBusy(true);
    const outcome = await sendCommand(session.link, command, session.newId);
    under.current = false;
    setBusy(false);
    switch (outcome.kind) {
      case 'done':
        void message.success(done(outcome.facts), messageSeconds);
        return true;
      case 'refused':
        void message.warning(say(`refusal.${outcome.refusal.code}`), messageSeconds);
        refused?.(outcome.refusal);
        if (outcome.refusal.code === 'locked') session.memory.setState(afterLocked(session.memory.getState()));
        if (outcome.refusal.code === 'notSignedIn') session.memory.setState(afterSignOut(session.memory.getState(), false));
        return false;
      case 'noAnswer':
        void message.error(say('console.noAnswer'), messageSeconds);
        return false;
      case 'badAnswer':
        void message.error(say('console.badAnswer'), messageSeconds);
        return false;
    }
  };
  return { busy, run };
}
