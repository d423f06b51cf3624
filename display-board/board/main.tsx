/* The board's page: reads its address, and draws either what the hall tells or, as a preview, what the console shows it. */
import '@fontsource-variable/noto-sans-sc/wght.css';
import './look/frame.css';
import './look/jobs.css';
import './look/calls.css';
import './look/places.css';
import './look/text.css';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { textsOf } from '../i18n/texts.ts';
import { enter } from '../kit/entry/enter.ts';
import { fetchFont } from '../kit/fetch-font.ts';
import { readAddress } from '../kit/page-address.ts';
import { previewHash } from '@kuaizhao/sync-agent/contract/boards/preview.ts';
import { SayProvider } from '../kit/say.tsx';
import { App } from './app.tsx';
import { emptyMemory, type BoardMemory } from './board-memory.ts';
import { startLive, type Live } from './live.ts';
import { startPreview } from './preview/preview.ts';
import type { SoundState } from './sound/player.ts';

const { deviceId: named, language, scale } = readAddress(window.location.search, 'board-1');
document.documentElement.lang = language;
fetchFont(language, ['board.', 'zone.', 'wall.', 'span.', 'age.', 'counts.']);

const memory = createStore<BoardMemory>(() => emptyMemory);
const sound = createStore<{ readonly state: SoundState }>(() => ({ state: 'loading' }));

const silent: Live = { onPainted: () => undefined, onTouch: () => undefined };
const isPreview = window.location.hash === previewHash;
// A plan that is only looked at has no line.
const { deviceId, auth } = isPreview ? { deviceId: named, auth: undefined } : await enter('board', named);
const live = auth === undefined ? silent : startLive(auth, memory, sound);
if (isPreview) startPreview(memory);

const root = document.querySelector('#board');
if (root === null) throw new Error('the page has no #board');
createRoot(root).render(
  <SayProvider say={textsOf(language)}>
    <App memory={memory} sound={sound} scale={scale} deviceId={deviceId} onPainted={live.onPainted} onTouch={live.onTouch} />
  </SayProvider>,
);
