/* What no window may do: go elsewhere, open another, ask for a device, load from where it does not belong, be zoomed, or be closed by keys. */
import { app, Menu, type Event, type Session, type WebContents, type WebPreferences } from 'electron';
import { isPlainKey } from './rules.ts';

/** The same for every window. A preload is added by the one window that has a doorway. */
export const lockedPreferences = {
  sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInSubFrames: false, nodeIntegrationInWorker: false, webSecurity: true, allowRunningInsecureContent: false,
  experimentalFeatures: false, webviewTag: false, spellcheck: false, devTools: false, navigateOnDragDrop: false, disableDialogs: true, safeDialogs: true,
  // The page speaks to people who have touched nothing yet, and its clock goes on behind another window.
  autoplayPolicy: 'no-user-gesture-required', backgroundThrottling: false,
} as const satisfies WebPreferences;

/** Switches of the engine that open a page to a debugger, or turn off what keeps it in its place. */
export const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins', 'no-sandbox', 'disable-web-security', 'load-extension'] as const;

/** Before Electron is ready. */
export function lockEngine(): void {
  app.enableSandbox();
  app.commandLine.appendSwitch('disable-pinch');
  app.commandLine.appendSwitch('overscroll-history-navigation', '0');
}

/** Once Electron is ready, before the first window: every page that ever comes into being is locked at birth. */
export function lockPages(): void {
  Menu.setApplicationMenu(null);
  app.on('web-contents-created', (_event, contents) => lockPage(contents));
}

function lockPage(contents: WebContents): void {
  const prevent = (event: Event): void => event.preventDefault();
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => { if (!isReload(contents, event.url)) event.preventDefault(); });
  contents.on('will-frame-navigate', (event) => { if (!event.isMainFrame || !isReload(contents, event.url)) event.preventDefault(); });
  contents.on('will-redirect', prevent);
  contents.on('will-attach-webview', prevent);
  contents.on('context-menu', prevent);
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.on('before-input-event', (event, input) => { if (!isPlainKey(input)) event.preventDefault(); });
  contents.on('zoom-changed', () => contents.setZoomFactor(1));
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    void contents.setVisualZoomLevelLimits(1, 1);
  });
}

/** A page may load itself anew (the board does when the hall speaks another version); it may go nowhere else. */
const isReload = (contents: WebContents, url: string): boolean => url === contents.getURL();

/** Nothing is granted, nothing is downloaded, and only what `mayLoad` agrees to is asked for at all. */
export function lockSession(session: Session, mayLoad: (url: string) => boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, give) => give({}));
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayLoad(url) }));
  session.on('will-download', (event) => event.preventDefault());
}
