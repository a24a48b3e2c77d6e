/** The type without the marks that say nothing about a value: readonly, and whether it is an intersection. */
type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : T;

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * True if both describe the same values, down to the last field. `const checked: Same<A, B> = true` does not compile otherwise, which
 * is how a page notices that the contract has changed.
 */
export type Same<A, B> = Equal<Plain<A>, Plain<B>>;
