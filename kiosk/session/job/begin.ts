/* Ways into a posting: from the first question with what is known of this employer, or straight to the check of everything. */
import type { DraftTerms, JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { Boss, Principal } from '../hiring/scenes.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { State } from '../state.ts';
import { firstDraft } from './draft.ts';

export interface Known { readonly past: readonly JobTerms[]; readonly onBehalfOf?: Principal }

export function beginJob(state: State, { card, employers, employer }: Boss, { past, onBehalfOf }: Known, { now }: Moment): Step {
  const real = onBehalfOf === undefined ? {} : { onBehalfOf: onBehalfOf.employerId };
  return stay({ ...state, scene: { at: 'jobTrade', card, employers, employer, past, draft: { ...firstDraft(now), ...real }, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) } });
}

/** Everything is said already: one line is changed, and it is posted. */
export const checkJob = (state: State, { card, employers, employer }: Boss, draft: DraftTerms): Step =>
  stay({ ...state, scene: { at: 'jobCheck', card, employers, employer, past: [], draft } });
