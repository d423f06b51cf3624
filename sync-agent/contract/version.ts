/* Versions of the wires. Bump one when a test says that its shape changed; old faces are then told to reload instead of guessing. */
export const lanVersion = 18;
export const uplinkVersion = 19;
