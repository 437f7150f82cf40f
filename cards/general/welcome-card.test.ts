/** The welcome fits where it is said and whom it is said to. */
import { plainText } from '../elements/plain-text';

import { programme } from '../fixture.case';
import { text } from '../text';
import { welcomeCard, type WelcomeView } from './welcome-card';

const said = (view: Omit<WelcomeView, 'programme'>) => plainText(welcomeCard({ ...view, programme }, text('en')));

it('shows the admin how to bring an export in, in private', () => {
  expect(said({ scope: 'personal', adminIsYou: true })).toMatch(
    /Bring in your export.*laurel -- import.*You are the admin here/su,
  );
});

it.each(['groupChat', 'channel'] as const)(
  'asks to be mentioned in a %s, and does not explain imports there',
  (scope) => {
    expect(said({ scope, adminIsYou: true })).toMatch(/mention me/u);
    expect(said({ scope, adminIsYou: true })).not.toMatch(/laurel -- import/u);
  },
);

it('names the company where it is known', () => {
  expect(said({ scope: 'personal', partner: 'Contoso', adminIsYou: false })).toContain('where Contoso stands');
  expect(said({ scope: 'personal', adminIsYou: false })).toContain('where your company stands');
});

it('offers the other sample of a local world, one press away', () => {
  const actions = (sample?: 'designations' | 'competencies') =>
    (
      welcomeCard({ scope: 'personal', adminIsYou: true, programme, ...(sample && { sample }) }, text('en')).actions ??
      []
    ).map(({ title }) => title);

  expect(actions()).not.toContain('Sample: designations today');
  expect(actions('designations')).toContain('Sample: designations today');
  expect(actions('competencies')).toContain('Sample: Silver and Gold');
});
