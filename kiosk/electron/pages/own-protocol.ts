/* The windows' own protocol: `kuaizhao://screens/` gives the built screens, `kuaizhao://recovery/` the page of a machine that helps itself, and there is nothing else: no page of ours is ever loaded from a network or from the disk at large. */
import { protocol } from 'electron';
import { screenHeaders, type ScreenFile, type ScreenFiles } from '@kuaizhao/kiosk/host/screen-files.ts';
import { ownScheme } from './addresses.ts';
import { recoveryFiles } from './recovery-page.ts';

/** Before Electron is ready. Standard and secure: modules, relative addresses and `'self'` work as on any site. */
export function registerOwnScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: ownScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Serves to the windows of the default session; a session of its own has no such protocol unless it is handed one. */
export function serveOwnPages(screens: ScreenFiles, handler: Pick<typeof protocol, 'handle'> = protocol): void {
  const sites: Readonly<Record<string, ScreenFiles>> = { screens, recovery: recoveryFiles };
  handler.handle(ownScheme, ({ url, method }) => {
    const { host, pathname } = new URL(url);
    const file = method === 'GET' ? sites[host]?.get(pathname) : undefined;
    return file === undefined ? new Response('not found', { status: 404, headers: screenHeaders }) : answerWith(file);
  });
}

const answerWith = ({ bytes, type }: ScreenFile): Response => new Response(bytes, { headers: { ...screenHeaders, 'content-type': type } });
