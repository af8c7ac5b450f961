/** Learners put into so many runs as evenly as can be, in their order: no run has two more than another. */
export function intoRuns(learners: readonly number[], runs: number): readonly (readonly number[])[] {
  const [each, more] = [Math.floor(learners.length / Math.max(1, runs)), learners.length % Math.max(1, runs)];
  let at = 0;
  return Array.from({ length: runs }, (_, run) => {
    const size = each + (run < more ? 1 : 0);
    at += size;
    return learners.slice(at - size, at);
  });
}
