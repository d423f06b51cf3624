/* What stands on the glass: the scene of the plan in force, or why there is none yet; and what keeps the voice from being heard. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { useSay } from '../kit/say.tsx';
import { heldUntil, type BoardMemory } from './board-memory.ts';
import type { Painted } from './calls/use-painted.ts';
import { Scene } from './frame/scene.tsx';
import { planShown, planWithout } from './plan/plan-shown.ts';
import { useViewport } from './plan/use-viewport.ts';
import type { SoundState } from './sound/player.ts';

interface AppProps {
  readonly memory: StoreApi<BoardMemory>;
  readonly sound: StoreApi<{ readonly state: SoundState }>;
  readonly scale: number;
  readonly deviceId: string;
  readonly onPainted: (painted: Painted) => void;
  /** a touch anywhere lets the browser make sound */
  readonly onTouch: () => void;
}

export function App({ memory: store, sound, scale, deviceId, onPainted, onTouch }: AppProps) {
  const say = useSay();
  const memory = useStore(store);
  const { state: soundState } = useStore(sound);
  const viewport = useViewport();
  const { state, link, order } = memory;
  const shown = useMemo(() => {
    const { plan, scene } = order?.published === true ? order : planWithout(viewport);
    return planShown(plan, scene, viewport, scale);
  }, [order, viewport, scale]);
  if (state === undefined) {
    const text = memory.garbled ? say('board.garbled', { time: '—' }) : link.at === 'refused' ? say('board.refused', { device: deviceId }) : say('board.connecting');
    return <main className="no-state" role="status">{text}</main>;
  }
  return (
    <>
      <Scene state={state} memory={memory} shown={shown} held={heldUntil(memory.fresh)} deviceId={deviceId} onPainted={onPainted} />
      {soundState === 'blocked' && <button type="button" className="sound-button" onClick={onTouch}>{say('board.soundOff')}</button>}
      {soundState === 'broken' && <span className="sound-broken">{say('board.soundBroken')}</span>}
    </>
  );
}
