/* The city's page: opens the line to the hub and draws the live figures of all halls. */
import '@fontsource-variable/noto-sans-sc/wght.css';
import './city.css';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { cityNamespace } from '@kuaizhao/sync-agent/contract/figures.ts';
import { textsOf } from '../i18n/texts.ts';
import { fetchFont } from '../kit/fetch-font.ts';
import { openLink } from '../kit/link.ts';
import { readAddress } from '../kit/page-address.ts';
import { SayProvider } from '../kit/say.tsx';
import { now } from '../kit/use-now.ts';
import { App } from './app.tsx';
import { afterTold, afterWall, emptyMemory, type CityMemory } from './city-memory.ts';

const { language } = readAddress(window.location.search, 'city-page');
const say = textsOf(language);
document.documentElement.lang = language;
fetchFont(language, ['city.', 'cityDesk.', 'span.', 'age.']);
const root = document.querySelector('#city');
if (root === null) throw new Error('the page has no #city');

// What the desk needs is a megabyte, and loaded only there.
if (window.location.hash.startsWith('#desk')) {
  document.title = say('cityDesk.title');
  const { openDesk } = await import('./desk/open-desk.tsx');
  openDesk(root, say);
} else openScreen(root);

function openScreen(into: Element): void {
  document.title = say('city.title');
  const memory = createStore<CityMemory>(() => emptyMemory);
  openLink({
    namespace: cityNamespace,
    reload: () => { window.location.reload(); },
    onState: (link) => { memory.setState({ link }); },
    onMessage: {
      figures: (message) => { memory.setState(afterTold(memory.getState(), message, now())); },
      wall: (message) => { memory.setState(afterWall(memory.getState(), message)); },
    },
  });
  createRoot(into).render(<SayProvider say={say}><App memory={memory} /></SayProvider>);
}

// Between the screen and the desk lies an anchor only: the page begins anew.
window.addEventListener('hashchange', () => { window.location.reload(); });
