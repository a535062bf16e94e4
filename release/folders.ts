import path from 'node:path';

export const projectFolder = path.resolve(__dirname, '..');

/** What the last build made. */
export const dist = path.join(projectFolder, 'dist');
