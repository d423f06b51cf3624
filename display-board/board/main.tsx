/* The board's page: reads its address, opens the line to the hall agent and the voice, and draws. Answers with what was painted and spoken. */
import '@fontsource-variable/noto-sans-sc/wght.css';
import './view/frame.css';
import './view/jobs.css';
import './view/calls.css';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { textsOf } from '../i18n/texts.ts';
import { fetchFont } from '../kit/fetch-font.ts';
import { openLink } from '../kit/link.ts';
import { readAddress } from '../kit/page-address.ts';
import { SayProvider } from '../kit/say.tsx';
import { now } from '../kit/use-now.ts';
import { App } from './app.tsx';
import { afterChange, afterTold, emptyMemory, type BoardMemory } from './board-memory.ts';
import { createShownCalls } from './shown-calls.ts';
import { openPlayer, type SoundState } from './sound/player.ts';
import { startVoice } from './sound/voice.ts';

const voiceFolder = './voice/zh-CN-espeak/';

const { deviceId, language, scale } = readAddress(window.location.search, 'board-1');
document.documentElement.lang = language;
fetchFont(language, ['board.', 'wall.', 'span.', 'age.']);
document.documentElement.style.setProperty('--scale', String(scale));

const memory = createStore<BoardMemory>(() => emptyMemory);
const sound = createStore<{ readonly state: SoundState }>(() => ({ state: 'loading' }));

const player = openPlayer(voiceFolder, (state) => {
  sound.setState({ state });
  voice.sound(state === 'on');
});
const voice = startVoice({
  player, nowMs: () => performance.now(),
  onSpoken: ({ callId, times }) => { link.tell('spoken', { callId, times }); },
});
const shown = createShownCalls((echo) => { link.tell('shown', echo); });
const link = openLink({
  namespace: namespaces.board,
  auth: { version: lanVersion, deviceId },
  reload: () => { window.location.reload(); },
  onState: (state) => {
    if (state.at === 'up') shown.connectedAnew();
    memory.setState({ link: state });
  },
  onMessage: {
    board: (message) => { remember(afterTold(memory.getState(), message, now())); },
    change: (message) => {
      const after = afterChange(memory.getState(), message, now());
      remember(after.memory);
      if (after.whole) link.tell('whole', undefined);
    },
  },
});

function remember(after: BoardMemory): void {
  memory.setState(after);
  if (!after.garbled && after.state !== undefined) voice.told(after.state.calls);
}

const root = document.querySelector('#board');
if (root === null) throw new Error('the page has no #board');
createRoot(root).render(
  <SayProvider say={textsOf(language)}>
    <App memory={memory} sound={sound} scale={scale} deviceId={deviceId} onPainted={(calls) => { shown.painted(calls); }} onTouch={() => { player.unblock(); }} />
  </SayProvider>,
);
