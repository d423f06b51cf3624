/* What there is to read: policy, training, rights, steady jobs; each sheet on paper too. */
import type { CitySteadyJob } from '@kuaizhao/db/domain/content/city-offers.ts';
import type { Sheet } from '@kuaizhao/db/domain/content/leaflet.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { AskedJob } from '@kuaizhao/sync-agent/contract/queries/jobs.ts';
import type { PaperFate, PaperState } from '../paper.ts';

/** A steady job as everybody may read it. */
export type SteadyJob = Pick<AskedJob, 'jobId' | 'number' | 'terms' | 'placesLeft'>;
export type SceneOfNews = { readonly at: 'news'; readonly card?: Card | undefined; readonly leaflets: readonly Sheet[] };
/** `catalogue`: the open jobs of the day on paper. */
type Print = { readonly at: 'sheet'; readonly what: 'leaflet' | 'catalogue' };

export type NewsScene =
  | SceneOfNews
  | { readonly at: 'leaflet'; readonly card?: Card | undefined; readonly list: SceneOfNews; readonly leaflet: Sheet }
  | { readonly at: 'steadyJobs'; readonly card?: Card | undefined; readonly list: SceneOfNews; readonly jobs: readonly SteadyJob[]; /** in every hall */ readonly city: readonly CitySteadyJob[] }
  | { readonly at: 'training'; readonly card: Card; readonly list: SceneOfNews }
  | Print & { readonly card?: Card | undefined; readonly paper: PaperState };

export type NewsScreen =
  | { readonly at: 'news'; readonly leaflets: readonly Sheet[]; readonly known: boolean }
  | { readonly at: 'leaflet'; readonly leaflet: Sheet; readonly known: boolean }
  | { readonly at: 'steadyJobs'; readonly jobs: readonly SteadyJob[]; readonly city: readonly CitySteadyJob[] }
  | { readonly at: 'training' }
  | Print & { readonly paper: PaperFate; readonly more: boolean };

export type NewsErrand =
  | { readonly kind: 'leaflets'; readonly card?: Card | undefined }
  | { readonly kind: 'steadyJobs'; readonly card?: Card | undefined; readonly list: SceneOfNews }
  | { readonly kind: 'wishTraining'; readonly card: Card; readonly list: SceneOfNews }
  | { readonly kind: 'printSheet'; readonly card?: Card | undefined; readonly what: Print['what']; readonly resume: SceneOfNews | Extract<NewsScene, { readonly at: 'leaflet' }> };
