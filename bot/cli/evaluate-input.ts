/** The input of `evaluate`: facts in a file, read with every fault at once, each with its path. */
import { z } from 'zod/v4';
import { isCalendarDate } from '../../domain/basics/date';
import type { Figure } from '../../domain/partner/figure';
import type { Override } from '../../domain/partner/override';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { withPolicies, type PolicyFault, type Policies, type PolicyValue } from '../../domain/programme/policy';
import type { Programme } from '../../domain/programme/programme';
import { marketClasses } from '../../domain/programme/requirement';
import type { Facts } from '../../domain/counting/facts';
import type { CatalogueFaultView } from '../config/catalogue-error';

/** The source of facts in an input file. */
const source = 'evaluate';

const word = z.string().min(1);
const date = z.string().refine(isCalendarDate, { params: { code: 'not-a-date' } });

const achievement = z.object({ credential: word, completedOn: date, expiresOn: date.nullish() });
const person = z.object({
  id: word,
  name: z.string().nullish(),
  accountOn: date.nullish(),
  linkedOn: date.nullish(),
  leftOn: date.nullish(),
  achievements: z.array(achievement).nullish(),
});
const figure = z.object({ metric: word, value: z.union([z.number(), z.boolean()]), asOf: date });

const override = z.object({ competency: word, level: word, from: date.nullish(), until: date });

type GivenPolicies = Readonly<Record<string, PolicyValue>>;

/** Own code, because `z.record` reads `constructor` of the value, which the file may have set to anything. */
const policies = z.unknown().transform((given, { issues }): GivenPolicies => {
  const isMapping = typeof given === 'object' && given !== null && !Array.isArray(given);
  if (!isMapping) issues.push({ code: 'invalid_type', expected: 'record', input: given });
  const entries = isMapping ? Object.entries(given) : [];
  for (const [name, value] of entries)
    if (!['string', 'number', 'boolean'].includes(typeof value))
      issues.push({ code: 'invalid_union', errors: [], input: value, path: [name] });
  return Object.fromEntries(entries);
});

const evaluateInput = z.object({
  market: z.enum(marketClasses),
  membership: z.object({ level: word, boughtOn: date }).nullish(),
  figures: z.array(figure).nullish(),
  people: z.array(person).nullish(),
  overrides: z.array(override).nullish(),
  policies: policies.nullish(),
});
type EvaluateInput = z.infer<typeof evaluateInput>;

/** A fault in the input; its message is the one that the same fault has in a programme file. */
export type InputFault = Omit<CatalogueFaultView, 'file' | 'line'>;

export type InputReading = { readonly facts: Facts } | { readonly faults: readonly InputFault[] };

/** The facts in a parsed file, or everything that is wrong with them. Unknown keys mean nothing and do no harm. */
export function readFacts(value: unknown, programme: Programme): InputReading {
  const parsed = evaluateInput.safeParse(value, { reportInput: true });
  if (!parsed.success) return { faults: parsed.error.issues.map(faultOf) };
  const { data } = parsed;
  const replaced = withPolicies(programme.policies, data.policies ?? {});
  const faults = [
    ...repeatedIds(data),
    ...strayOverrides(data, programme),
    ...('faults' in replaced ? replaced.faults.map(policyFault) : []),
  ];
  return 'faults' in replaced || faults.length > 0 ? { faults } : { facts: factsOf(data, replaced.policies) };
}

function repeatedIds({ people }: EvaluateInput): readonly InputFault[] {
  const ids = (people ?? []).map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ path: `people[${index}].id`, code: 'duplicate-person', args: { id } }],
  );
}

/** Overrides of something that the programme does not have. */
function strayOverrides({ overrides }: EvaluateInput, { competencies, levels }: Programme): readonly InputFault[] {
  const fault = (path: string, known: readonly { readonly id: string }[]): InputFault => ({
    path,
    code: 'not-allowed',
    args: { allowed: known.map(({ id }) => id).join(', ') },
  });
  return (overrides ?? []).flatMap(({ competency, level }, index) => [
    ...(competencies.some(({ id }) => id === competency)
      ? []
      : [fault(`overrides[${index}].competency`, competencies)]),
    ...(levels.some(({ id }) => id === level) ? [] : [fault(`overrides[${index}].level`, levels)]),
  ]);
}

function policyFault({ policy, allowed }: PolicyFault): InputFault {
  const isKnown = !allowed.includes('countingDelay');
  const args = { policy, allowed: allowed.join(', ') };
  return { path: `policies.${policy}`, code: isKnown ? 'policy-value' : 'unknown-policy', args };
}

function factsOf({ market, figures, people, overrides }: EvaluateInput, policies: Policies): Facts {
  return {
    market,
    policies,
    figures: (figures ?? []).map((one): Figure => ({ ...one, source })),
    people: (people ?? []).map(personOf),
    ...(overrides && { overrides: overrides.map(overrideOf) }),
  };
}

function overrideOf({ from, ...rest }: NonNullable<EvaluateInput['overrides']>[number]): Override {
  return { ...rest, ...(from && { from }), source };
}

/** Missing and `null` are the same: not known. */
function personOf(one: NonNullable<EvaluateInput['people']>[number]): Person {
  const { id, name, accountOn, linkedOn, leftOn, achievements } = one;
  return {
    id,
    name: name ?? '',
    identifiers: noIdentifiers,
    ...(accountOn && { accountOn }),
    ...(linkedOn && { linkedOn }),
    ...(leftOn && { leftOn }),
    achievements: (achievements ?? []).map(({ credential, completedOn, expiresOn }) => ({
      title: credential,
      completedOn,
      ...(expiresOn && { expiresOn }),
      source,
    })),
  };
}

type Issue = z.core.$ZodIssue;

function faultOf(issue: Issue): InputFault {
  return { path: pathOf(issue.path), ...meaningOf(issue) };
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

const expectedKinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  array: 'list',
  object: 'mapping',
  record: 'mapping',
};

function meaningOf(issue: Issue): Omit<InputFault, 'path'> {
  if (issue.input === undefined || issue.input === '') return { code: 'missing', args: {} };
  if (issue.code === 'custom') return { code: 'not-a-date', args: { value: shown(issue.input) } };
  if (issue.code === 'invalid_value')
    return { code: 'not-allowed', args: { allowed: issue.values.map(String).join(', ') } };
  const expected = issue.code === 'invalid_type' ? (expectedKinds[issue.expected] ?? 'other') : 'other';
  return { code: 'wrong-type', args: { expected } };
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
