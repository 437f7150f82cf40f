/** Which client gets which form of a card, and that every way out of a turn heeds it. */
import { bar, badge, card } from '../../cards/elements/elements';
import { text } from '../../cards/text';
import { activityOf, cardType } from './card-activity';
import { isTextual, withTextualCards } from './card-form';

describe('the form of a card', () => {
  it.each([
    ['auto', 'msteams', undefined, false],
    ['auto', 'msteams', 'Windows', false],
    ['auto', 'msteams', 'Mac', false],
    ['auto', 'msteams', 'Web', false],
    ['auto', 'msteams', 'iOS', true],
    ['auto', 'msteams', 'Android', true],
    ['auto', 'm365extensions', 'Web', true],
    ['textual', 'msteams', 'Windows', true],
  ] as const)('%s in %s on %s', (setting, channel, platform, textual) => {
    expect(isTextual(setting, { channel, ...(platform && { platform }) })).toBe(textual);
  });
});

describe('an activity', () => {
  const drawn = card({ text: text('en'), speak: 'x', body: [badge('Gold'), bar(0.5, ['50%'])], actions: [] });
  const types = (activity: object) => JSON.stringify(activity).match(/"type":"(Badge|ProgressBar)"/g) ?? [];

  it('has its attachments in words', () => {
    const message = activityOf({ card: drawn, locale: 'en' });

    expect(types(message)).toHaveLength(2);
    expect(types(withTextualCards(message))).toEqual([]);
    expect(withTextualCards(message)).toMatchObject({ type: 'message', summary: message.summary });
  });

  it('has the answer to an invoke in words', () => {
    const response = {
      type: 'invokeResponse',
      value: { status: 200, body: { statusCode: 200, type: cardType, value: drawn } },
    };

    expect(types(response)).toHaveLength(2);
    expect(types(withTextualCards(response))).toEqual([]);
    expect(withTextualCards(response).value).toMatchObject({ status: 200, body: { statusCode: 200, type: cardType } });
  });

  it.each([
    [{ type: 'typing' }],
    [{ type: 'invokeResponse', value: { status: 200 } }],
    [
      {
        type: 'message',
        attachments: [{ contentType: 'application/vnd.microsoft.teams.file.info', content: { type: 'Badge' } }],
      },
    ],
  ])('without a card is as it was: %j', (activity) => {
    expect(withTextualCards(activity)).toEqual(activity);
  });
});
