/** Stands in for lodash.clonedeep in the bundle: every browser that can run the pages has the same built in. */
const clone = <T>(value: T): T => structuredClone(value);
// A default export because @ably/chat imports it so.
export default clone;
