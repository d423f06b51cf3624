/* The console's page: opens the line to the hall agent and draws. */
import '@fontsource-variable/noto-sans-sc/wght.css';
import './console.css';
import './parts/desk/desk.css';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { textsOf } from '../i18n/texts.ts';
import { enter } from '../kit/entry/enter.ts';
import { fetchFont } from '../kit/fetch-font.ts';
import { openLink } from '../kit/link.ts';
import { readAddress } from '../kit/page-address.ts';
import { SayProvider } from '../kit/say.tsx';
import { App } from './app.tsx';
import { afterDesk, afterFloor, afterLocked, afterStaff, afterTrades, emptyMemory, type ConsoleMemory } from './session/console-memory.ts';
import { SessionProvider } from './session/desk-session.tsx';

const { deviceId: named, language } = readAddress(window.location.search, 'console-1');
document.documentElement.lang = language;
fetchFont(language, ['console.', 'refusal.', 'age.']);

const { deviceId, auth } = await enter('console', named);
const memory = createStore<ConsoleMemory>(() => emptyMemory);
const link = openLink({
  namespace: namespaces.console,
  auth,
  reload: () => { window.location.reload(); },
  onState: (state) => { memory.setState({ link: state }); },
  onMessage: {
    desk: (message) => { memory.setState(afterDesk(memory.getState(), message)); },
    locked: () => { memory.setState(afterLocked(memory.getState())); },
    staff: (message) => { memory.setState(afterStaff(memory.getState(), message)); },
    trades: (message) => { memory.setState(afterTrades(memory.getState(), message)); },
    floor: (message) => { memory.setState(afterFloor(memory.getState(), message)); },
  },
});

const root = document.querySelector('#console');
if (root === null) throw new Error('the page has no #console');
createRoot(root).render(
  <SayProvider say={textsOf(language)}>
    <SessionProvider session={{ memory, link, deviceId, newId: newCommandId }}><App /></SessionProvider>
  </SayProvider>,
);

/** `crypto.randomUUID` exists only on secure origins; a console on plain http in the LAN has getRandomValues. */
function newCommandId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
