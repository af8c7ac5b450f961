/**
 * What qualpath does with files, threads and terminals: everything of the package `qualpath`, and besides it
 * qualifications from the package itself, from files and from folders, with solvers that can be stopped, and sheets as
 * text.
 */
export * from '../index.js';
export { openLibrary, type LibraryFolders } from './library.js';
export { openFile, openModels, openShipped } from './open.js';
export { renderSheet } from '../report/text/render-sheet.js';
export { PLAIN, type Page, type Palette } from '../report/text/palette.js';
export { importFiles, type ImportFilesOptions } from './import-files.js';
export { readTextFile } from './read-text-file.js';
export { planImport, writeImport, type ImportTarget, type PlannedImport } from './write-import.js';
export { writeNewFiles, type NewFile, type WriteOptions } from './write-new-files.js';
export { readHeldUnits } from './held-units.js';
export { createSolverIsolation, type SolverIsolation } from './solver-isolation.js';
