/* Every column of the hall's file that holds a box: where it is, and what its box is bound to. A test compares this list with the schema. */

export type KeyValues = readonly (string | number)[];
export interface SealedPlace {
  readonly table: string;
  /** the primary key, in its order */
  readonly keys: readonly string[];
  readonly columns: readonly { readonly column: string; readonly where: (key: KeyValues) => string }[];
}

/** Most boxes are bound to `table|key|column`. */
const place = (table: string, keys: readonly string[], fields: readonly string[]): SealedPlace => ({
  table, keys, columns: fields.map((field) => ({ column: `${field}_sealed`, where: (key) => `${table}|${key.join('|')}|${field}` })),
});

/** All but `worker`, whose indexes are made of its boxes. */
export const sealedPlaces: readonly SealedPlace[] = [
  place('profile_past', ['worker_id', 'version'], ['name', 'number', 'birth', 'phone', 'district']),
  place('account', ['staff_id'], ['name', 'pin', 'card']),
  place('recovery_code', ['whose'], ['code']),
  place('employer', ['employer_id'], ['name', 'number']),
  place('help_case', ['case_id'], ['grounds']),
  place('help_visit', ['help_visit_id'], ['note']),
  place('opinion', ['opinion_id'], ['text']),
  place('ticket_priority', ['ticket_id'], ['reasons']),
  place('note', ['note_id'], ['text']),
  place('quote', ['quote_id'], ['pay']),
  place('dispute', ['dispute_id'], ['statement']),
  place('mediation', ['mediation_id'], ['note']),
  place('appeal', ['appeal_id'], ['statement']),
  { table: 'plan_move', keys: ['day', 'n'], columns: [{ column: 'move_sealed', where: ([day, n]) => `plan_move|${day ?? ''} ${n ?? ''}|move` }] },
  { table: 'city_row', keys: ['feed', 'generation', 'key'], columns: [{ column: 'body', where: ([feed, , key]) => `city_row|${feed ?? ''}|${key ?? ''}` }] },
];

/** Columns that hold an index and no box to make it anew from: they wait until their rows go, or until the person stands there again. */
export const indexPlaces: readonly { readonly table: string; readonly keys: readonly string[]; readonly column: string }[] = [
  { table: 'representative', keys: ['number_index', 'employer_id'], column: 'number_index' },
  { table: 'leased_holder', keys: ['ticket_id'], column: 'number_index' },
  { table: 'share_told', keys: ['worker_id'], column: 'told_index' },
  { table: 'answer', keys: ['command_id'], column: 'digest' },
];
