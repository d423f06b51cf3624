/* What decisions about crews, and later about hiring them, need to know. */

/** A crew of the open day with who is still in it, in the order of their cards. */
export interface CrewRow { readonly crewId: string; readonly visitIds: readonly string[] }

export interface CrewsView {
  /** The crew that this visit goes with, undefined when it goes alone. */
  crewOf(visitId: string): CrewRow | undefined;
  /** A crew that is not dissolved. */
  crew(crewId: string): CrewRow | undefined;
}
