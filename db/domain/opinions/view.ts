/* What an opinion leaves beside its fact. */

/** What was said beside the taps; never in a fact. */
export interface OpinionRecord { readonly table: 'opinion'; readonly opinionId: string; readonly text: string | undefined }
