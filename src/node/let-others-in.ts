/** Waits until whatever else the thread has to do, such as messages and signals, has had its turn. */
export function letOthersIn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
