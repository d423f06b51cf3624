/* Opens the desk: two lines to the hub, one for the staff's questions and one for the live figures. Loaded only where staff go; the big screen does without. */
import './desk.css';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { idleLockMs } from '@kuaizhao/db/domain/staff/idle.ts';
import { cityDeskNamespace, cityDeskSchema, cityDeskVersion } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { cityNamespace } from '@kuaizhao/sync-agent/contract/figures.ts';
import type { Say } from '../../i18n/texts.ts';
import { openLink } from '../../kit/link.ts';
import { SayProvider } from '../../kit/say.tsx';
import { now } from '../../kit/use-now.ts';
import { afterTold, emptyMemory, type CityMemory } from '../city-memory.ts';
import { DeskApp } from './desk-app.tsx';
import { SessionContext, type DeskMemory } from './session.tsx';

export function openDesk(root: Element, say: Say): void {
  const memory = createStore<DeskMemory>(() => ({ link: { at: 'connecting' }, desk: undefined, member: undefined, lockAfterMs: idleLockMs(), locked: false, mustSetPin: false }));
  const figures = createStore<CityMemory>(() => emptyMemory);
  const reload = (): void => { window.location.reload(); };
  const link = openLink({
    namespace: cityDeskNamespace, auth: { version: cityDeskVersion }, reload,
    onState: (state) => { memory.setState({ link: state }); },
    // Whoever was signed in on a line that broke is not on the new one.
    onMessage: { desk: (message) => { memory.setState({ desk: cityDeskSchema.safeParse(message).data, member: undefined, locked: false, mustSetPin: false }); } },
  });
  openLink({
    namespace: cityNamespace, reload,
    onState: (state) => { figures.setState({ link: state }); },
    onMessage: { figures: (message) => { figures.setState(afterTold(figures.getState(), message, now())); } },
  });
  document.documentElement.classList.add('desk-page');
  createRoot(root).render(<SayProvider say={say}><SessionContext value={{ link, memory, figures }}><DeskApp /></SessionContext></SayProvider>);
}
