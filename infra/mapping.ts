/** A mapping is an object whose names come from outside; `z.record` reads `constructor` of it, so that such a name crashes it. */
import { z } from 'zod/v4';

/** Every name fits `name` and every value fits `value`; each fault has the path of its value. */
export function mapping<V extends z.ZodType>(
  name: z.ZodType<string>,
  value: V,
): z.ZodType<Record<string, z.output<V>>> {
  return z.unknown().transform((given, { issues }) => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      issues.push({ code: 'invalid_type', expected: 'record', input: given });
      return z.NEVER;
    }
    const read = Object.entries(given).map(([key, one]) => {
      if (!name.safeParse(key).success)
        issues.push({ code: 'invalid_key', origin: 'record', issues: [], input: key, path: [key] });
      const { data, error } = value.safeParse(one, { reportInput: true });
      for (const issue of error?.issues ?? []) issues.push({ ...issue, path: [key, ...issue.path] });
      return [key, data] as const;
    });
    return Object.fromEntries(read) as Record<string, z.output<V>>;
  });
}
