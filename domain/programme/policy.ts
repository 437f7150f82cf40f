/** Policies are the points that the programme's sources leave open: named values with a default that anyone can change. */
import { knownTimeZone } from '../basics/local-time';

/** How the value of a policy is written in a file: as the type of its default, or as the words `on` and `off`. */
export type PolicyValue = string | number | boolean;

const choices = {
  /** Two OR branches that each have too few people are not added up. */
  orBranchMixing: ['off', 'on'],
  /** Whether the people of one clause may have different focus areas, or all need the same one. */
  focusAreaScope: ['person', 'team'],
  /** Whether the credit of a person who left drops on the leave date or when Partner Center notices. */
  leaverDropRule: ['leave-date', 'official'],
  /** Whether a partner that meets Gold is taken to meet Silver: nowhere, for the membership only, or everywhere. */
  goldImpliesSilver: ['membership-only', 'never', 'always'],
  /** Whether "or equivalent experience" beside a prerequisite lets a person be certified without it. */
  experienceForPrerequisite: ['off', 'on'],
  /** Which credentials count: those the requirement names, or of those only Microsoft's. */
  recognisedSources: ['per-requirement', 'microsoft-only'],
  expiredCertificationCounts: ['off', 'on'],
  /** Whether the renewal window opens on the day after the anniversary or on the anniversary. */
  renewalWindow: ['day-after', 'anniversary'],
  /** From which day the next anniversary is counted. */
  nextAnniversaryRule: ['current-anniversary', 'renewal'],
  /** What makes an Azure partner SMB in 2026: its share of SMB customers (Learn), or that and its consumption (PCS data). */
  azureSmbClassification: ['share', 'share-and-consumption'],
  /**
   * The days before the renewal; a score must reach its goal on one of them (designations.md 2.6): partner-capability-score.md
   * of 2023-09-06, the same page in 2024, or renew-mpn-offers.md of 2022-10-25.
   */
  designationWindow: ['renewal-month-and-five', 'rolling-six-months', 'thirty-days-before'],
  /** What every metric of a score must give: more than nothing (partner-capability-score.md), or at least one point. */
  scoreMetricMinimum: ['above-zero', 'one-point'],
  /** What a year is in "three links a year": the last twelve months, or the calendar year. */
  associationYear: ['rolling', 'calendar'],
  /** Whether what a person says to have passed counts before an import confirms it. */
  claimedAchievementCounts: ['off', 'on'],
  /**
   * Whether a newer link that another organisation of the same Laurel has recorded severs the one here, as Partner Center does
   * ("linking to a new company cuts the old link automatically", domain.md 1.5, "cardinality"), or is only told.
   */
  linkElsewhere: ['severs', 'told'],
} as const;

const durations = {
  /** Hours after linking an account, or after a pass, until Partner Center counts it. */
  countingDelay: { unit: 'hours', standard: 24 },
  /** Hours after linking until it is looked at again, if nothing shows. */
  countingSecondCheck: { unit: 'hours', standard: 72 },
  /** Hours after linking until a person whose achievements do not show is called stuck. */
  countingStuckAfter: { unit: 'hours', standard: 240 },
  /** Months that an exam still counts after it retired. */
  retiredExamGraceMonths: { unit: 'months', standard: 12 },
  /** Months after which a skill no longer counts at all; 0 = never. */
  skillAgeLimit: { unit: 'months', standard: 0 },
  /** The day of the month around which Partner Center drops the exams of deleted accounts. */
  officialRefreshDay: { unit: 'day', standard: 10 },
  /** Days to keep free before the last useful exam date, so that a failed exam can be taken again. */
  retakeBuffer: { unit: 'days', standard: 14 },
  /** Months that an override of Microsoft holds if no end is entered. */
  overrideMonths: { unit: 'months', standard: 3 },
  /** Days without an import after which the data are too old to be trusted. */
  staleDataAfter: { unit: 'days', standard: 35 },
  /** Days of silence after which an alert goes to the next admin. */
  escalateAfter: { unit: 'days', standard: 3 },
} as const;

const zones = {
  /** By the clock of which time zone (IANA name) the days of a partner begin; Partner Center does not say which one it uses. */
  timeZone: 'UTC',
} as const;

const dayLists = {
  /** Days before (negative) and after the anniversary on which Laurel speaks of the renewal. */
  laurelReminders: [-180, -90, -60, -30, -15, 0, 1, 23, 30],
} as const;

type Choices = { readonly [Name in keyof typeof choices]: (typeof choices)[Name][number] };
type Durations = { readonly [Name in keyof typeof durations]: number };
type Zones = { readonly [Name in keyof typeof zones]: string };
type DayLists = { readonly [Name in keyof typeof dayLists]: readonly number[] };
export type Policies = Choices & Durations & DayLists & Zones;
export type PolicyName = keyof Policies;

/** The defaults of Laurel; the first of each choice. */
export const standardPolicies: Policies = {
  ...(Object.fromEntries(Object.entries(choices).map(([name, [first]]) => [name, first])) as unknown as Choices),
  ...(Object.fromEntries(Object.entries(durations).map(([name, { standard }]) => [name, standard])) as Durations),
  ...dayLists,
  ...zones,
};

/** The values among which a policy chooses, the usual one first; none for a number. */
export function readingsOf(policy: PolicyName): readonly string[] {
  return Object.hasOwn(choices, policy) ? choices[policy as keyof typeof choices] : [];
}

export interface PolicyFault {
  readonly policy: string;
  /** The values that it would take. */
  readonly allowed: readonly string[];
}

const hoursIn: Record<string, number> = { h: 1, hour: 1, hours: 1, d: 24, day: 24, days: 24 };

function duration(name: keyof typeof durations, value: PolicyValue): number | undefined {
  if (value === 'none') return 0;
  const match = /^(\d+)\s*([a-z]*)$/i.exec(String(value).trim());
  if (!match) return undefined;
  const factor = durations[name].unit === 'hours' && match[2] ? hoursIn[match[2].toLowerCase()] : 1;
  return factor === undefined ? undefined : Number(match[1]) * factor;
}

function choice(name: keyof typeof choices, value: PolicyValue): string | undefined {
  const word = typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
  return (choices[name] as readonly string[]).find((one) => one === word);
}

/** Whole numbers, the earliest day first. */
function dayList(value: PolicyValue): readonly number[] | undefined {
  const days = String(value)
    .split(/[\s,;]+/)
    .map(Number);
  return days.every(Number.isInteger) ? days.sort((one, other) => one - other) : undefined;
}

function readPolicy(policy: string, value: PolicyValue): Policies[PolicyName] | undefined {
  if (Object.hasOwn(choices, policy)) return choice(policy as keyof typeof choices, value);
  if (Object.hasOwn(durations, policy)) return duration(policy as keyof typeof durations, value);
  if (Object.hasOwn(zones, policy)) return knownTimeZone(String(value));
  return Object.hasOwn(dayLists, policy) ? dayList(value) : undefined;
}

/**
 * The policies with some of them replaced, or everything that is wrong with the replacements: an unknown name or a
 * value outside the choices. Times are numbers or texts such as `48 h` and `10 days`.
 */
export function withPolicies(
  policies: Policies,
  replacements: Readonly<Record<string, PolicyValue>>,
): { readonly policies: Policies } | { readonly faults: readonly PolicyFault[] } {
  const faults: PolicyFault[] = [];
  const replaced: Partial<Record<string, Policies[PolicyName]>> = {};
  for (const [policy, value] of Object.entries(replacements)) {
    const read = readPolicy(policy, value);
    if (read === undefined) faults.push({ policy, allowed: allowed(policy) });
    else replaced[policy] = read;
  }
  return faults.length > 0 ? { faults } : { policies: { ...policies, ...replaced } };
}

function allowed(policy: string): readonly string[] {
  if (Object.hasOwn(choices, policy)) return choices[policy as keyof typeof choices];
  if (Object.hasOwn(durations, policy)) return [`number of ${durations[policy as keyof typeof durations].unit}`];
  if (Object.hasOwn(dayLists, policy)) return ['list of days'];
  if (Object.hasOwn(zones, policy)) return ['Europe/Oslo', 'UTC'];
  return Object.keys(standardPolicies);
}
