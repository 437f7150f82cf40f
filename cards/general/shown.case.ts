/** The general cards that have goldens: as they are met every day, and where they differ much, as they are met seldom. */
import { smallTalkCard } from './small-talk-card';
import { helpTopicCard } from './help-topic-card';
import { setting } from '../fixture.case';
import { previewCard } from './preview-card';
import { shareCard } from './share-card';
import { languageCard } from './language-card';
import { helpCard } from './help-card';
import { welcomeCard } from './welcome-card';
import { refusalCard } from './refusal-card';
import { type Shown } from '../situations.case';

export const shown: readonly Shown[] = [
  { name: 'small-talk', card: (text) => smallTalkCard('thanks', text) },
  {
    name: 'help-topic',
    card: (text) => helpTopicCard({ topic: 'undo-import', isAction: true, programme: setting.programme }, text),
  },
  {
    name: 'help-how-to-link',
    card: (text) => helpTopicCard({ topic: 'step', isAction: true, programme: setting.programme }, text),
  },
  {
    name: 'help-somebody-new',
    card: (text) => helpTopicCard({ topic: 'onboard', isAction: true, programme: setting.programme }, text),
  },
  {
    name: 'preview',
    card: (text) => {
      const heading = text.say('preview.undo-import', { file: 'people.csv' });
      return previewCard({ heading, lines: [], question: { ask: 'undo-import', import: 'i1' } }, text);
    },
  },
  {
    name: 'share-where',
    card: (text) =>
      shareCard(
        {
          state: 'where',
          what: 'risk',
          rooms: [{ value: '19:a', title: 'Partner team' }],
          question: { ask: 'share', card: 'risk' },
        },
        text,
      ),
  },
  { name: 'share-failed', card: (text) => shareCard({ state: 'failed', room: 'Partner team', code: '403' }, text) },
  {
    name: 'language',
    card: (text) => languageCard({ speaks: text.locale, isDone: false }, text),
  },
  {
    name: 'language-chosen',
    card: (text) => languageCard({ speaks: text.locale, chosen: text.locale, isDone: true }, text),
  },
  {
    name: 'help',
    card: (text) =>
      helpCard(
        {
          isAdmin: false,
          programme: setting.programme,
          commands: (
            [
              'progress',
              'competency',
              'requirements',
              'why',
              'plan',
              'what-if',
              'key-people',
              'expiring',
              'people',
              'person',
              'help',
            ] as const
          ).map((name) => ({ name })),
        },
        text,
      ),
  },
  {
    name: 'welcome',
    card: (text) =>
      welcomeCard(
        { scope: 'personal', partner: 'Alderbrook Systems', adminIsYou: true, programme: setting.programme },
        text,
      ),
  },
  {
    name: 'welcome-channel',
    card: (text) => welcomeCard({ scope: 'channel', adminIsYou: false, programme: setting.programme }, text),
  },
  {
    name: 'refusal',
    card: (text) =>
      refusalCard(
        {
          code: 'ambiguous',
          heard: 'cloud',
          candidates: ['Cloud Platform', 'Cloud Productivity'].map((label) => ({
            label,
            question: { ask: 'competency', competency: label.toLowerCase().replace(' ', '-') },
          })),
        },
        text,
      ),
  },
  {
    name: 'several-requests',
    card: (text) => {
      const owen = {
        label: 'Owen left on 31 May',
        question: { ask: 'left', person: 'Owen', on: '2018-05-31' },
      } as const;
      const leila = {
        label: 'Leila passed 70-497',
        question: { ask: 'completed', person: 'Leila', credential: '70-497' },
      } as const;
      return refusalCard({ code: 'several-requests', nearest: [owen, leila] }, text);
    },
  },
  { name: 'bare-answer', card: (text) => refusalCard({ code: 'bare-answer' }, text) },
];
