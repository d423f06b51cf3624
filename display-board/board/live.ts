/* The board on its wall: the line to the hall agent, the voice, and the answers with what was painted and spoken. */
import type { StoreApi } from 'zustand/vanilla';
import { learnTrades } from '@kuaizhao/db/domain/trades/trade.ts';
import { paintedEveryMs } from '@kuaizhao/sync-agent/contract/board.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import type { Entry } from '../kit/entry/enter.ts';
import { openLink } from '../kit/link.ts';
import { now } from '../kit/use-now.ts';
import { voiceFolders } from '../voice/clips.ts';
import { afterChange, afterOrder, afterWhole, type BoardMemory } from './board-memory.ts';
import { createShownCalls } from './calls/shown-calls.ts';
import type { Painted } from './calls/use-painted.ts';
import { openPlayer, type SoundState } from './sound/player.ts';
import { ruleOf } from './sound/rule.ts';
import { startVoice } from './sound/voice.ts';

const voices = { 'zh-CN': `./voice/${voiceFolders['zh-CN']}/`, en: `./voice/${voiceFolders.en}/` };

export interface Live {
  readonly onPainted: (painted: Painted) => void;
  /** a touch lets the browser make sound */
  readonly onTouch: () => void;
}

/** Keeps `memory` and `sound` as the agent and the loudspeaker tell them. */
export function startLive(auth: Entry['auth'], memory: StoreApi<BoardMemory>, sound: StoreApi<{ readonly state: SoundState }>): Live {
  const player = openPlayer(voices, (state) => {
    sound.setState({ state });
    voice.sound(state === 'on');
  });
  const voice = startVoice({
    player, nowMs: () => performance.now(), hallNow: () => now().wall + memory.getState().behindMs,
    onSpoken: ({ callId, times }) => { link.tell('spoken', { callId, times }); },
  });
  const shown = createShownCalls((echo) => { link.tell('shown', echo); });
  const take = (after: BoardMemory): void => {
    // Names before what is called by them.
    if (after.state !== undefined) learnTrades(after.state.trades);
    memory.setState(after);
    if (!after.garbled && after.state !== undefined) voice.told(after.state.calls);
  };
  const link = openLink({
    namespace: namespaces.board,
    auth,
    reload: () => { window.location.reload(); },
    onState: (state) => {
      if (state.at === 'up') shown.connectedAnew();
      memory.setState({ link: state });
    },
    onMessage: {
      plan: (message) => {
        memory.setState(afterOrder(memory.getState(), message));
        voice.ruled(ruleOf(memory.getState().order));
      },
      board: (message) => { take(afterWhole(memory.getState(), message, now())); },
      change: (message) => {
        const after = afterChange(memory.getState(), message, now());
        if (after === undefined) link.tell('whole');
        else take(after);
      },
    },
  });
  let paintedMs = -Infinity;
  return {
    onPainted: ({ calls, version, countedAt }) => {
      shown.painted(calls);
      if (performance.now() - paintedMs < paintedEveryMs) return;
      paintedMs = performance.now();
      link.tell('painted', { version, countedAt });
    },
    onTouch: () => { player.unblock(); },
  };
}
