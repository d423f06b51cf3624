/* The page where a browser of the hall is let in. */
import '@fontsource-variable/noto-sans-sc/wght.css';
import './pair.css';
import { createRoot } from 'react-dom/client';
import { textsOf } from '../i18n/texts.ts';
import { fetchFont } from '../kit/fetch-font.ts';
import { SayProvider } from '../kit/say.tsx';
import { readPairAddress } from './address.ts';
import { App } from './app.tsx';

const address = readPairAddress(window.location.search);
document.documentElement.lang = address.language;
fetchFont(address.language, ['pair.']);
const root = document.querySelector('#pair');
if (root === null) throw new Error('the page has no #pair');
const say = textsOf(address.language);
document.title = say('pair.page');
createRoot(root).render(<SayProvider say={say}><App address={address} /></SayProvider>);
