/* A form over one person's sheet. */
import type { FoundWorker } from '../../parts/people/use-found.ts';

export interface PersonFormProps { readonly worker: FoundWorker; readonly onClose: () => void }
