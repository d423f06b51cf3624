/* What each part of the posting's form is about. */
import type { CommandForm } from '../form/use-command-form.ts';
import type { PostDraft } from './draft.ts';

export interface PartProps { readonly draft: PostDraft; readonly put: (changes: Partial<PostDraft>) => void; readonly form: CommandForm }
