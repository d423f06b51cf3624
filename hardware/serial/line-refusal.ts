/* Why a line could not be opened, by name: drivers log it, the probe says it in words. */

export type LineRefusalReason = 'notThere' | 'takenHere' | 'takenElsewhere' | 'notAllowed' | 'nobodyAnswered' | 'failed';

export class LineRefusal extends Error {
  readonly reason: LineRefusalReason;

  constructor(reason: LineRefusalReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** The name of any failure to open; `tooSlow` when it never came to an end. */
export function refusalOf(failure: unknown): LineRefusalReason | 'tooSlow' {
  if (failure === undefined) return 'tooSlow';
  return failure instanceof LineRefusal ? failure.reason : 'failed';
}
