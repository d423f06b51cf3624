/* The window's own protocol: `kuaizhao://screens/` gives the built screens and nothing else, so no page is ever loaded from a network or from the disk at large. */
import { protocol } from 'electron';
import { screenHeaders, type ScreenFiles } from '@kuaizhao/kiosk/host/screen-files.ts';

const scheme = 'kuaizhao';
export const screensOrigin = `${scheme}://screens`;

/** Before Electron is ready. Standard and secure: modules, relative addresses and `'self'` work as on any site. */
export function registerScreensScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

export function serveScreens(files: ScreenFiles): void {
  protocol.handle(scheme, ({ url, method }) => {
    const { host, pathname } = new URL(url);
    const file = host === 'screens' && method === 'GET' ? files.get(pathname) : undefined;
    if (file === undefined) return new Response('not found', { status: 404, headers: screenHeaders });
    return new Response(file.bytes, { headers: { ...screenHeaders, 'content-type': file.type } });
  });
}

/** True for an address inside the screens; everything else is elsewhere. */
export const isScreens = (url: string): boolean => url === screensOrigin || url.startsWith(`${screensOrigin}/`);
