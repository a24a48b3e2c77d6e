import { safeParse, type GenericSchema, type InferOutput } from 'valibot';
import { Problem } from '../chat-core/problem';
import { leftOut, type LeftOut } from './left-out';

/** The value if it has the form of the schema; null, and counted, if not. */
export function read<S extends GenericSchema>(
  schema: S,
  what: string,
  value: unknown,
  out: LeftOut = leftOut,
): InferOutput<S> | null {
  const result = safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  out.add(what, result.issues[0].message);
  return null;
}

/** Those of the list that have the form of the schema. */
export function readAll<S extends GenericSchema>(
  schema: S,
  what: string,
  values: readonly unknown[],
): readonly InferOutput<S>[] {
  return values.flatMap((value) => read(schema, what, value) ?? []);
}

/** For what a page cannot do without: rejects as a failure that may pass, since a newer page may be a reload away. */
export function required<T>(value: T | null, what: string): T {
  if (value === null)
    throw new Problem(0, 'unreadable', `This page does not understand ${what}. Please load it again.`);
  return value;
}
