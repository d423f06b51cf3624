/* For whom staff change or close a posting: the employer stands at the desk and shows something that others do not have. */
import type { Context } from '../../context.ts';
import { speaksFor } from '../../employers/representatives.ts';
import type { EmployersView } from '../../employers/view.ts';
import type { Card } from '../../people/card.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Shown } from '../commands.ts';
import type { AskedFor } from '../facts.ts';
import type { JobRow } from '../view.ts';

interface Asked { readonly card?: Card | undefined; readonly shown?: Shown | undefined }
/** What the fact says about it; nothing of a kiosk, which acts only with the card anyway. */
export interface AskedBy { readonly by?: string; readonly askedFor?: AskedFor }

/** Refuses `employerNotShown`: nothing was shown, the slip is of another posting, or the number is registered for nobody behind this employer. */
export function askedBy(view: EmployersView, { employerId, number }: Pick<JobRow, 'employerId' | 'number'>, { card, shown }: Asked, { actor }: Context): Result<AskedBy> {
  if (actor.role !== 'console') return ok({});
  const showed = speaksFor(view, card, employerId) ? 'card' : shown !== undefined && isOf(view, shown, employerId, number) ? shown.kind : undefined;
  return showed === undefined ? refuse('employerNotShown', 'shown') : ok({ by: actor.staffId, askedFor: { employerId, showed } });
}

function isOf(view: EmployersView, shown: Shown, employerId: string, jobNumber: string): boolean {
  if (shown.kind === 'slip') return shown.number === jobNumber;
  return view.employerByCreditCode(shown.number)?.employerId === employerId || view.employersOf(shown.number).some((one) => one.employerId === employerId);
}
