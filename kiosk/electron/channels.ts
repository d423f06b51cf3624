/* The two messages of the doorway, by the names under which Electron carries them. There is no third. */
export const faceChannel = 'face';
export const touchChannel = 'touch';
