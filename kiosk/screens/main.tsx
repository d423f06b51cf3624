/* Starts the screens: texts, doorway, then whatever the session says. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import '@kuaizhao/kiosk/kit/css/kiosk.css';
import { preloadTradePictures } from '@kuaizhao/kiosk/kit/pictures/trade-picture.tsx';
import { App } from './app.tsx';
import { openDoorway } from './doorway.ts';
import { loadTexts } from './texts.ts';
import { preloadSlipCode } from './jobs/slip-code.tsx';
import { createViewStore } from './view/store.ts';
import { preloadWorkerScreens } from './worker-later.tsx';
import { VoiceContext } from './voice/speaking.tsx';
import { createVoice } from './voice/voice.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const [texts, doorway] = await Promise.all([loadTexts(), openDoorway(globalThis.window)]);
const store = createViewStore((touch) => doorway.touch(touch), () => Date.now());
const voice = createVoice();
doorway.onFace((face) => store.getState().receive(face));
createRoot(root).render(<StrictMode><I18nextProvider i18n={texts}><VoiceContext value={voice}><App store={store} /></VoiceContext></I18nextProvider></StrictMode>);
// After the first screen, before the first tile: a picture that comes late looks like a tile that is broken.
void preloadTradePictures().catch(() => undefined);
void preloadWorkerScreens().catch(() => undefined);
void preloadSlipCode().catch(() => undefined);
