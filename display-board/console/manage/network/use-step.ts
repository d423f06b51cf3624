/* A step before a device is let in, or a release that is stopped: asked as a question, because it leaves nothing in the hall's journal; what was refused is said in a sentence. */
import { App } from 'antd';
import { useState } from 'react';
import type { QueryRequest } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { networkQueries } from '@kuaizhao/sync-agent/contract/queries/machine/network.ts';
import { useSay } from '../../../kit/say.tsx';
import { troubleText } from '../../parts/trouble-text.ts';
import { askQuestion } from '../../session/ask-question.ts';
import { useSession } from '../../session/desk-session.tsx';

type StepName = Exclude<keyof typeof networkQueries, 'network'> | 'stopUpdate';

/** `run` gives true when it was done. */
export function useStep(): { readonly busy: boolean; readonly run: <N extends StepName>(name: N, asked: QueryRequest<N>) => Promise<boolean> } {
  const say = useSay();
  const { link } = useSession();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    run: async (name, asked) => {
      setBusy(true);
      const told = await askQuestion(link, name, asked);
      setBusy(false);
      if (told.kind !== 'told') void message.warning(troubleText(say, told));
      return told.kind === 'told';
    },
  };
}
