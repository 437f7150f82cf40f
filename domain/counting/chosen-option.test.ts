/** Which track counts where the company's own figures decide it. */
import { builtInProgramme } from '../../infra/catalogue/load';
import type { Figure } from '../partner/figure';
import { policiesOf } from '../partner/partner';
import { competencyOf } from '../programme/programme';
import { standingOf } from './standing';

const programme = builtInProgramme('designations');
const asOf = '2026-06-01';
const figure = (metric: string, value: number): Figure => ({ metric, value, asOf, source: 'test' });

function countsIn(
  area: string,
  figures: readonly Figure[],
  policies: Record<string, string> = {},
  day = asOf,
): string[] {
  const only = { ...programme, competencies: [competencyOf(programme, area)!] };
  const settled = { ...policiesOf(undefined, programme), ...policies } as ReturnType<typeof policiesOf>;
  const facts = { market: 'developed' as const, people: [], figures, policies: settled };
  const [standing] = standingOf(only, facts, day).competencies;
  return standing!.options.filter(({ levels, setAside }) => levels.length > 0 && !setAside).map(({ id }) => id);
}

function doubtsIn(area: string, figures: readonly Figure[]): readonly string[] {
  const only = { ...programme, competencies: [competencyOf(programme, area)!] };
  const facts = { market: 'developed' as const, people: [], figures, policies: programme.policies };
  return standingOf(only, facts, asOf).competencies[0]!.options[0]!.levels[0]!.uncertain;
}

const share = (value: number) => figure('azure-smb-customer-share', value);
const usd = (value: number) => figure('azure-consumption-12m', value);
const both = { azureSmbClassification: 'share-and-consumption' };

describe('the track of an Azure area', () => {
  it.each<[string, Figure[], Record<string, string>, string]>([
    ['with few SMB customers', [share(79)], {}, 'enterprise'],
    ['from 80 % on', [share(80)], {}, 'smb'],
    ['whatever the consumption', [share(80), usd(5_000_000)], {}, 'smb'],
    ['under the other reading, at 80 %', [share(80), usd(5)], both, 'enterprise'],
    ['under the other reading, above 80 %', [share(81), usd(999_999)], both, 'smb'],
    ['under the other reading, with 1 M USD', [share(81), usd(1_000_000)], both, 'enterprise'],
    ['where nothing is known', [], {}, 'enterprise'],
  ])('%s', (_, figures, policies, track) => {
    expect(countsIn('infrastructure', figures, policies)).toEqual([track]);
  });

  it.each<[string, Figure[], string[]]>([
    ['the readings disagree', [share(85), usd(5_000_000)], ['azureSmbClassification']],
    ['they agree', [share(85), usd(5)], []],
    ['they agree on the other track', [share(10), usd(5)], []],
  ])('is open where %s', (_, figures, uncertain) => {
    expect(doubtsIn('infrastructure', figures)).toEqual(uncertain);
  });

  it('is the only one there is before tracks began', () => {
    expect(countsIn('infrastructure', [share(100)], {}, '2023-07-01')).toEqual(['enterprise']);
  });
});

it('Modern Work counts by either track', () => {
  expect(countsIn('modern-work', [])).toEqual(['enterprise', 'smb']);
});

describe('the track of Business Applications', () => {
  const large = (now: number, before: number) => [
    figure('business-apps-large-workloads', now),
    figure('business-apps-large-workloads-year-before', before),
  ];

  it.each([
    [5, 5, 'enterprise'],
    [5, 4, 'smb'],
    [4, 9, 'smb'],
  ])('%d large workloads now and %d a year ago: %s', (now, before, track) => {
    expect(countsIn('business-applications', large(now, before))).toEqual([track]);
  });
});
