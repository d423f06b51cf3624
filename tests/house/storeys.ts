/* The import rule of the house as data: who may import whom, and what from outside. A change here is a change of the architecture: say why in the commit. */

export interface Storey { readonly folder: string; readonly ours: readonly string[]; readonly outside: readonly string[] }

const node = 'node';

/** The most particular folder that fits a file is its storey. */
export const storeys: readonly Storey[] = [
  { folder: 'db/domain', ours: [], outside: ['zod'] },
  // A file that outlives a power cut: identities, numbers, keys and certificates, at the kiosk as in the hall, are written in one way.
  { folder: 'db/durable', ours: [], outside: [node] },
  // Keys and boxes: halls and the city seal in the same way, and neither may know the other.
  { folder: 'db/sealing', ours: ['db/domain', 'db/durable'], outside: [node] },
  // koffi calls libraries of makers, each in a process of its own; pcsc-mini speaks to readers of chip cards.
  { folder: 'hardware', ours: [], outside: ['serialport', 'koffi', 'pcsc-mini', 'node-thermal-printer', 'iconv-lite', 'qrcode-generator', 'receiptline', node] },
  { folder: 'db/hall', ours: ['db/domain', 'db/sealing'], outside: ['better-sqlite3', 'zod', node] },
  { folder: 'db/city', ours: ['db/domain', 'db/sealing'], outside: ['pg', '@electric-sql/pglite', 'zod', node] },
  { folder: 'sync-agent/contract', ours: ['db/domain'], outside: ['zod'] },
  // What a device and the agent prove to each other by a code of eight digits: both ends compute the same, so it stands once.
  { folder: 'sync-agent/contract/enrolment', ours: ['sync-agent/contract', 'db/domain'], outside: ['zod', '@noble/curves', node] },
  // A release of the kiosk as a signed file: the agent that keeps it and the kiosk that unpacks it believe neither each other nor the line, so both check it, by the same code.
  { folder: 'sync-agent/contract/release', ours: ['sync-agent/contract', 'db/sealing', 'db/domain'], outside: ['zod', node] },
  // @peculiar/x509: the hall's own certificate authority.
  { folder: 'sync-agent/hall', ours: ['sync-agent/contract', 'sync-agent/contract/enrolment', 'sync-agent/contract/release', 'db/hall', 'db/sealing', 'db/durable', 'db/domain'], outside: ['@peculiar/x509', 'reflect-metadata', 'socket.io', 'socket.io-client', 'pino', 'sirv', 'fflate', 'zod', node] },
  { folder: 'sync-agent/city', ours: ['sync-agent/contract', 'db/city', 'db/sealing', 'db/domain'], outside: ['socket.io', '@socket.io/postgres-adapter', 'pino', 'sirv', 'zod', 'rate-limiter-flexible', node] },
  { folder: 'kiosk/session', ours: ['sync-agent/contract', 'db/domain'], outside: ['zod'] },
  { folder: 'kiosk/i18n', ours: ['kiosk/session', 'db/domain'], outside: ['i18next', 'react-i18next'] },
  // What is said is text like any other; generate.ts makes the clips of it.
  { folder: 'kiosk/voice', ours: ['kiosk/i18n', 'kiosk/session', 'db/domain'], outside: [node] },
  { folder: 'kiosk/kit', ours: ['kiosk/i18n'], outside: ['react', 'react-dom', 'react-aria-components'] },
  { folder: 'kiosk/host', ours: ['kiosk/session', 'kiosk/i18n', 'hardware', 'sync-agent/contract', 'sync-agent/contract/enrolment', 'sync-agent/contract/release', 'db/durable', 'db/domain'], outside: ['socket.io-client', 'pino', 'zod', node] },
  // The doorway inside a page speaks socket.io where there is no Electron.
  { folder: 'kiosk/screens', ours: ['kiosk/session', 'kiosk/kit', 'kiosk/i18n', 'kiosk/voice', 'db/domain'], outside: ['react', 'react-dom', 'react-aria-components', 'zustand', 'i18next', 'react-i18next', 'socket.io-client', 'qrcode-generator'] },
  { folder: 'kiosk/electron', ours: ['kiosk/host', 'kiosk/session'], outside: ['electron', 'pino', node] },
  { folder: 'kiosk/browser', ours: ['kiosk/host', 'kiosk/session'], outside: ['socket.io', 'sirv', 'pino', node] },
  { folder: 'kiosk', ours: ['kiosk/host', 'kiosk/browser', 'kiosk/electron', 'sync-agent/contract'], outside: ['pino', node] },
  // A browser of the hall shows its session at the door: kit/entry speaks the messages of enrolment.
  { folder: 'display-board/kit', ours: ['display-board/i18n', 'sync-agent/contract', 'sync-agent/contract/enrolment', 'db/domain'], outside: ['react', 'react-dom', 'i18next', 'react-i18next', 'socket.io-client', 'zustand'] },
  { folder: 'display-board/i18n', ours: ['sync-agent/contract', 'db/domain'], outside: ['i18next', 'react-i18next'] },
  { folder: 'display-board/voice', ours: ['sync-agent/contract', 'db/domain'], outside: ['zod', node] },
  // The phones' page is plain: no library, a few kilobytes.
  { folder: 'display-board/public', ours: ['sync-agent/contract', 'db/domain', 'display-board/i18n'], outside: ['zod'] },
  { folder: 'display-board/pair', ours: ['sync-agent/contract', 'sync-agent/contract/enrolment', 'db/domain', 'display-board/kit', 'display-board/i18n'], outside: ['react', 'react-dom', '@fontsource-variable/noto-sans-sc'] },
  ...['board', 'console', 'city'].map((face) => ({
    folder: `display-board/${face}`,
    ours: ['sync-agent/contract', 'db/domain', 'display-board/kit', 'display-board/i18n', ...(face === 'board' ? ['display-board/voice'] : [])],
    outside: ['react', 'react-dom', 'zustand', 'i18next', 'react-i18next', 'socket.io-client', '@fontsource-variable/noto-sans-sc',
      // The city's staff work with forms, tables and trends as those of a hall do.
    ...(face === 'console' || face === 'city' ? ['antd', '@ant-design/icons', 'dayjs', 'echarts'] : [])],
  })),
];

/** A build recipe is no room of the house. */
export const isBuildRecipe = (path: string): boolean => path.endsWith('/vite.config.ts') || path === 'vitest.config.ts' || path.startsWith('kiosk/electron/packing/');

export const storeyOf = (path: string): Storey | undefined =>
  storeys.filter((storey) => path.startsWith(`${storey.folder}/`)).sort((a, b) => b.folder.length - a.folder.length)[0];
