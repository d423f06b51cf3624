/* Which key, which address and which display a window takes: plain rules, apart from the windows so that they can be read and tried by themselves. */
import { recoveryAddress, recoveryStyleAddress } from '../pages/addresses.ts';

export interface Key { readonly key: string; readonly control: boolean; readonly alt: boolean; readonly meta: boolean }

/** Letters, digits, Tab and arrows work for those who need a keyboard; whatever opens, closes, reloads, prints or zooms does not. */
export const isPlainKey = ({ key, control, alt, meta }: Key): boolean =>
  !control && !alt && !meta && !/^F\d{1,2}$/.test(key) && !/^(Browser|Launch|Print|ContextMenu|Help|Find|Zoom)/.test(key);

/** The display of the given place, counted from 1, from left to right and from top to bottom. */
export const displayAt = <D extends { readonly bounds: { readonly x: number; readonly y: number } }>(displays: readonly D[], place: number): D | undefined =>
  displays.toSorted((a, b) => a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y)[place - 1];

/** The hall's own origin by http and by websocket, pictures inside the page, and our own recovery page. */
export function mayBoardLoad(asked: string, origin: string): boolean {
  const { protocol, host } = new URL(asked);
  if (protocol === 'data:') return true;
  if (protocol === 'ws:' || protocol === 'wss:') return `${protocol === 'ws:' ? 'http:' : 'https:'}//${host}` === origin;
  return asked === recoveryAddress || asked === recoveryStyleAddress || new URL(asked).origin === origin;
}
