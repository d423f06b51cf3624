/* What can be read on a panel from where people stand: how large its letters must be, and how much fits. A text is at least 1/200 of the distance high, a called number 1/100 (product.md section 6). */
import { boardScenes, gridOf, type BoardLayout, type BoardPlan, type BoardScene, type BoardZone, type Panel, type PlacedZone } from './plan.ts';

const textShare = 1 / 200;
const calledTimes = 2;
/** How much of its em a Chinese letter fills: of Noto Sans SC nine tenths, from the strokes on top to those at the foot. */
export const letterShare = 0.9;
/** The head with the hall's name and the time, and the last line with the age of the data, are there in every scene but a strip's. */
const edgesEm = 4;
/** The air on both sides of a zone, and above and below it. */
const edgeEm = 0.3;
const airEm = 0.24;
/** A row that lacks a hair of its height is still whole to the eye. */
const hairShare = 0.04;

interface ZoneRow { readonly em: number; readonly headEm: number; readonly useful: number; readonly columnEm?: number }

/** Of one row in ems, with the room around it, how wide it wants to be at least (with more, rows stand side by side), and how many are of use: with fewer the zone turns pages more often than anybody can read. The zones of display-board/board are drawn by these, and their styles with them. */
export const zoneRows = {
  jobs: { em: 2.9, headEm: 0, useful: 4, columnEm: 30 },
  // The called row stands on top, twice as high, with its place below.
  calls: { em: 1.9, headEm: 5.4, useful: 2, columnEm: 15 },
  tables: { em: 1.9, headEm: 0, useful: 3, columnEm: 19 }, notices: { em: 1.7, headEm: 0, useful: 1 }, figures: { em: 3.2, headEm: 0, useful: 1 },
  steady: { em: 2.9, headEm: 1.9, useful: 2, columnEm: 26 }, training: { em: 1.7, headEm: 1.9, useful: 2 }, policy: { em: 1.7, headEm: 1.9, useful: 2 }, bays: { em: 5.65, headEm: 1.9, useful: 2, columnEm: 8.5 }, rules: { em: 2.6, headEm: 1.9, useful: 2 },
} as const satisfies { readonly [Z in BoardZone]: ZoneRow };

/** Pixels that an em takes so that a text can be read from `metres`; whole, at least 12. */
export function emPxOf({ widthPx, widthMm, metres }: Panel): number {
  const mmPerPx = widthMm / widthPx;
  return Math.max(12, Math.ceil((metres * 1_000 * textShare) / letterShare / mmPerPx));
}
/** The same for a called number. */
export const calledPxOf = (panel: Panel): number => emPxOf(panel) * calledTimes;

export interface ZoneFit { readonly rows: number; /** Chinese letters in a line */ readonly letters: number; /** of the rows that are of use */ readonly short: boolean }

/** How much of a zone can be read. A strip has one line and no head. */
export function fitOf(panel: Panel, layout: BoardLayout, { zone, w, h }: PlacedZone): ZoneFit {
  const em = emPxOf(panel);
  const { columns, rows } = gridOf[layout];
  const room = layout === 'strip' ? panel.heightPx : Math.max(0, panel.heightPx - edgesEm * em);
  const heightEm = ((room / rows) * h) / em;
  const widthEm = ((panel.widthPx / columns) * w) / em;
  const row: ZoneRow = zoneRows[zone];
  const beside = layout === 'strip' || row.columnEm === undefined ? 1 : Math.max(1, Math.floor((widthEm - edgeEm) / row.columnEm));
  const letters = Math.max(0, Math.floor(widthEm / beside - 1));
  const fitting = layout === 'strip' ? Math.floor(heightEm) : Math.floor((heightEm - row.headEm - airEm) / row.em + hairShare);
  const count = Math.max(0, fitting) * beside;
  return { rows: count, letters, short: count < (layout === 'strip' ? 1 : row.useful) || letters < 6 };
}

export interface FitWarning { readonly scene: BoardScene; readonly zone: BoardZone; readonly fit: ZoneFit }

/** Zones that are too small for their letters, in the order of the scenes; none for a plan that everybody can read. */
export const warningsOf = ({ panel, layout, scenes }: BoardPlan): FitWarning[] =>
  boardScenes.flatMap((scene) => scenes[scene].flatMap((placed): FitWarning[] => {
    const fit = fitOf(panel, layout, placed);
    return fit.short ? [{ scene, zone: placed.zone, fit }] : [];
  }));
