/** The business profile under each membership: its own level and those below, and only what is held. */
import { profileUnder } from './profile';
import type { Standing } from '../counting/standing';

const levels = ['silver', 'gold'].map((id) => ({ id, names: { en: id } }));
const standing = (silver: boolean, gold: boolean, override?: string) =>
  ({
    competencies: [
      {
        id: 'c',
        options: [
          {
            id: 'o',
            levels: [
              { level: 'silver', met: silver },
              { level: 'gold', met: gold },
            ],
          },
        ],
        ...(override !== undefined && {
          override: { competency: 'c', level: override, until: '2018-08-31', source: '' },
        }),
      },
    ],
  }) as unknown as Standing;

it.each<[string, Standing, string, readonly string[]]>([
  ['shows Silver after Silver', standing(true, false), 'silver', ['silver']],
  ['shows Silver after Gold as well', standing(true, false), 'gold', ['silver']],
  ['shows Gold after Gold', standing(true, true), 'gold', ['gold']],
  ['shows no more than was bought', standing(true, true), 'silver', ['silver']],
  ['does not take Gold for Silver', standing(false, true), 'silver', []],
  ['shows nothing that is not held', standing(false, false), 'gold', []],
  ['shows what an override holds', standing(false, false, 'gold'), 'gold', ['gold']],
  ['shows nothing of a level that nobody knows', standing(true, true), 'bronze', []],
])('%s', (_, seen, bought, expected) => {
  expect(profileUnder(bought, seen, { levels }).map(({ level }) => level)).toEqual(expected);
});
