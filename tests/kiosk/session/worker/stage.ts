/* A worker whom the hall knows, on the own page. */
import type { MyDay } from '@kuaizhao/sync-agent/contract/queries/worker/day.ts';
import type { Destination } from '@kuaizhao/kiosk/session/home/destinations.ts';
import { drive, queued, ticket, ticketPaper, wang, type Driver } from '../driver.ts';
import { myDay } from '../tellings.ts';

export const at = (kiosk: Driver): string => kiosk.face().screen.at;
export const go = (kiosk: Driver, to: Destination): void => kiosk.touch({ type: 'go', to });
export const choose = (kiosk: Driver, id: string): void => kiosk.touch({ type: 'choose', id });

export function atNumber(): Driver {
  const kiosk = drive();
  kiosk.happen({ type: 'cardRead', card: wang });
  kiosk.accept([ticket(), queued()], [ticketPaper()]);
  return kiosk;
}

/** 更多 on the number: the own page. */
export function atHome(day: Partial<MyDay> = {}): Driver {
  const kiosk = atNumber();
  kiosk.tellSound(myDay(day));
  go(kiosk, 'home');
  kiosk.tellSound(myDay(day));
  return kiosk;
}
