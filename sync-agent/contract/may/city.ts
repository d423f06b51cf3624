/* Who of the city's staff may do what at the desk: one row for every event, question, file and kind of entry. The door asks here, and so do the desk's pages. */
import { cityRoles, type CityRole, type EntryKind } from '@kuaizhao/db/domain/registry/entries.ts';

type Roles = readonly CityRole[];
const everybody: Roles = cityRoles;
const editors: Roles = ['editor', 'supervisor'];
const supervisors: Roles = ['supervisor'];

/** Every event that the desk's door hears. `null`: before anybody has signed in; what is not here is answered as unknown. */
export const cityEventRows = { signIn: null, signOut: null, input: null, ask: everybody, change: editors, erase: supervisors, setPin: everybody } as const satisfies Readonly<Record<string, Roles | null>>;

export const cityQuestionRows = {
  entries: everybody, versions: everybody,
  // What colleagues did, and people who want to be forgotten.
  audit: supervisors, erasures: supervisors, erasure: supervisors,
  troubles: editors,
  report: everybody, trend: everybody, waits: everybody, behind: everybody, catalogue: everybody, directory: everybody,
  wageClues: editors,
  exported: everybody,
} as const satisfies Readonly<Record<string, Roles>>;

/** What may be taken out as a file. */
const exportRows = { directory: everybody, catalogue: everybody, report: everybody, waits: everybody, behind: everybody, wageClues: editors } as const satisfies { readonly [N in keyof typeof cityQuestionRows]?: Roles };
export type CityExport = keyof typeof exportRows;
export const cityExports = ['directory', 'catalogue', 'report', 'waits', 'behind', 'wageClues'] as const satisfies readonly CityExport[];

/** What every hall lives by, and what shuts an employer out, is for those who answer for the city. */
const entryRows: { readonly [K in EntryKind]: Roles } = {
  notice: editors, hall: editors, leaflet: editors, course: editors, steadyJob: editors, report: editors,
  trade: supervisors, helpGroup: supervisors, filterRule: supervisors, minimumWage: supervisors, employer: supervisors, contractor: supervisors, template: supervisors, thresholds: supervisors,
};

export const cityMayAsk = (role: CityRole, name: keyof typeof cityQuestionRows): boolean => cityQuestionRows[name].includes(role);
export const cityMayExport = (role: CityRole, what: CityExport): boolean => exportRows[what].includes(role);
export const cityMayChange = (role: CityRole, kind: EntryKind): boolean => cityEventRows.change.includes(role) && entryRows[kind].includes(role);
export const cityMayErase = (role: CityRole): boolean => cityEventRows.erase.includes(role);
/** Who may stand beside whoever does what nobody does alone: an erasure in every hall is the only such thing at this desk, because the city has nobody's name or number to show or to take out. */
export const cityMayVouch = cityMayErase;
