/* Which shapes of facts this program writes and understands. Changes are additive: a new kind or a new field is a new version, an old one is never read differently. */

/** Schema version of the bodies that this program writes into the journal. Raise it whenever a fact gets a kind or a field that an older hub does not know: that hub then keeps the row verbatim until it is newer itself. */
export const factVersion = 9;
