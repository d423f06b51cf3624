/* The whole picture of the board: jobs left, calls right, true counts and notices below, and a banner when the data stands still. */
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';
import { useSay } from '../kit/say.tsx';
import { heldUntil, type BoardMemory } from './board-memory.ts';
import type { SoundState } from './sound/player.ts';
import { Calls } from './view/calls.tsx';
import { Counts } from './view/counts.tsx';
import { Header } from './view/header.tsx';
import { Jobs } from './view/jobs.tsx';
import { LastLine } from './view/last-line.tsx';

/** Nobody is expected anywhere: then there is time to read the rules. */
const isQuiet = (calls: readonly BoardCall[]): boolean => !calls.some((call) => call.open);

interface AppProps {
  readonly memory: StoreApi<BoardMemory>;
  readonly sound: StoreApi<{ readonly state: SoundState }>;
  readonly scale: number;
  readonly deviceId: string;
  readonly onPainted: (calls: readonly BoardCall[]) => void;
  /** a touch anywhere lets the browser make sound */
  readonly onTouch: () => void;
}

export function App({ memory: store, sound, scale, deviceId, onPainted, onTouch }: AppProps) {
  const say = useSay();
  const memory = useStore(store);
  const { state: soundState } = useStore(sound);
  const { state, link } = memory;
  if (state === undefined) {
    const text = memory.garbled ? say('board.garbled', { time: '—' }) : link.at === 'refused' ? say('board.refused', { device: deviceId }) : say('board.connecting');
    return <main className="no-state" role="status">{text}</main>;
  }
  const held = heldUntil(memory.fresh);
  return (
    <main className="board" data-link={link.at}>
      <Header state={state} behindMs={memory.behindMs} />
      <Jobs jobs={state.jobs} wall={isQuiet(state.calls) ? state.wall : []} countedAt={state.countedAt} held={held} scale={scale} />
      <Calls calls={state.calls} fresh={memory.fresh} held={held} onPainted={onPainted} />
      <Counts state={state} toldMs={memory.toldMs} />
      <LastLine state={state} memory={memory} deviceId={deviceId} />
      {soundState === 'blocked' && <button type="button" className="sound-button" onClick={onTouch}>{say('board.soundOff')}</button>}
      {soundState === 'broken' && <span className="sound-broken">{say('board.soundBroken')}</span>}
    </main>
  );
}
