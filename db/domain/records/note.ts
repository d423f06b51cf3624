/* What staff write down beside a decision. It may speak about a person, so it lives sealed in a table and the fact carries only its id. */
export interface NoteRecord {
  readonly table: 'note';
  readonly noteId: string;
  /** the employer or job it is about */
  readonly aboutId: string;
  readonly text: string;
}

/** The id for the fact and the record for the table; both empty when nothing was written. */
export function noteOf(text: string | undefined, aboutId: string, newId: () => string): { readonly fact: { readonly noteId?: string }; readonly records: readonly NoteRecord[] } {
  if (text === undefined) return { fact: {}, records: [] };
  const noteId = newId();
  return { fact: { noteId }, records: [{ table: 'note', noteId, aboutId, text }] };
}
