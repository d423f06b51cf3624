/* Every scene and every errand of the kiosk with its desk. A new subject adds its folder, its types to state.ts and face.ts, and one line here. */
import type { ErrandDesk, ErrandsDesk, SceneDesk, ScenesDesk } from './desk.ts';
import { hiringErrands, hiringScenes } from './hiring/desk.ts';
import { jobErrands, jobScenes } from './job/desk.ts';
import { maintenanceErrands, maintenanceScenes } from './maintenance/desk.ts';
import { jobsErrands, jobsScenes } from './jobs/desk.ts';
import { personErrands, personScenes } from './person/desk.ts';
import { numbersOnlyScenes } from './numbers-only/desk.ts';
import { readinessErrands, readinessScenes } from './readiness/desk.ts';
import type { Errand, ErrandKind, Scene, SceneName } from './state.ts';
import { troubleScenes } from './trouble/desk.ts';
import { windowsErrands, windowsScenes } from './windows/desk.ts';
import { homeErrands, homeScenes } from './home/desk.ts';
import { findErrands, findScenes } from './find/desk.ts';
import { wishesErrands, wishesScenes } from './wishes/desk.ts';
import { callsErrands, callsScenes } from './calls/desk.ts';
import { eveningErrands, eveningScenes } from './evening/desk.ts';
import { dataErrands, dataScenes } from './data/desk.ts';
import { opinionErrands, opinionScenes } from './opinion/desk.ts';
import { newsErrands, newsScenes } from './news/desk.ts';
import { crewErrands, crewScenes } from './crew/desk.ts';

const scenes: ScenesDesk<SceneName> = { ...troubleScenes, ...personScenes, ...windowsScenes, ...hiringScenes, ...jobScenes, ...numbersOnlyScenes, ...maintenanceScenes, ...jobsScenes, ...readinessScenes, ...homeScenes, ...findScenes, ...wishesScenes, ...callsScenes, ...eveningScenes, ...dataScenes, ...opinionScenes, ...newsScenes, ...crewScenes };
const errands: ErrandsDesk<ErrandKind> = { ...personErrands, ...windowsErrands, ...hiringErrands, ...jobErrands, ...maintenanceErrands, ...jobsErrands, ...readinessErrands, ...homeErrands, ...findErrands, ...wishesErrands, ...callsErrands, ...eveningErrands, ...dataErrands, ...opinionErrands, ...newsErrands, ...crewErrands };

// Methods of a desk take just its own scene; TypeScript lets a table of them pass as desks of any scene, and the key keeps the promise.
export const deskOf = (scene: Scene): SceneDesk<SceneName> => scenes[scene.at];
export const errandDeskOf = (errand: Errand): ErrandDesk<Errand> => errands[errand.kind];
