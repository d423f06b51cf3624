/* What each form over the person's sheet is about: left as it was, or done, and then the sheet is asked again. */
import type { FoundWorker } from '../../parts/people/use-found.ts';

export interface PersonFormProps { readonly worker: FoundWorker; readonly onClose: () => void; readonly onDone: () => void }
