/** The fold of a row. Rows lie label by label, so neighbours go to different folds. */
export function foldOf(row: number, folds: number): number {
  return row % folds;
}
