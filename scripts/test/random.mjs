// Numbers that a seed decides, which the tests print and ENSEMBLE_SEED gives again.

export const seed = Number(process.env.ENSEMBLE_SEED ?? Date.now() % 1_000_000);

/** A function that answers whole numbers from 0 to below its argument. */
export function randomNumbers() {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
