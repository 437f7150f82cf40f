/** A pressed button: what is a question is one, and nothing else is. */
import fc from 'fast-check';
import { text } from '../../cards/text';
import { shownCards } from '../../cards/shown.case';
import { payloadOf } from '../../cards/contract/verbs';
import { commands } from '../intents/all-commands';
import type { Question } from '../../cards/contract/question';
import { parseActionPayload } from './action-payload';

const verbs = commands.map(({ name }) => name);
const word = fc.string({ minLength: 1, maxLength: 40 });
const page = fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined });
const level = fc.option(word, { nil: undefined });
const question = fc.oneof(
  fc.constant({ ask: 'help' }),
  fc.record({ ask: fc.constant('progress'), page }),
  fc.record({ ask: fc.constantFrom('competency', 'requirements'), competency: word }),
  fc.record({ ask: fc.constant('why'), competency: word, level, option: level, page }),
  fc.record({ ask: fc.constant('people'), page }),
  fc.record({ ask: fc.constant('person'), person: word }),
  fc.record(
    {
      ask: fc.constant('import'),
      pending: word,
      dates: fc.constantFrom('day-first', 'month-first'),
      step: fc.constantFrom('apply', 'discard'),
      gone: fc.boolean(),
      facts: word,
    },
    { requiredKeys: ['ask'] },
  ),
  fc.record({ ask: fc.constant('undo-import'), import: word }, { requiredKeys: ['ask'] }),
  fc.record({ ask: fc.constant('export'), file: fc.constantFrom('people', 'partner') }, { requiredKeys: ['ask'] }),
) as fc.Arbitrary<Question>;

it('what a card asks comes back as it was', () => {
  fc.assert(fc.property(question, (asked) => expect(parseActionPayload(payloadOf(asked))).toEqual(asked)));
});

/** The payload of every button in the card. */
function buttonsIn(value: unknown): readonly { readonly verb: string; readonly data?: object }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'Action.Execute' ? [value as unknown as { readonly verb: string }] : [];
  return [...own, ...Object.values(value).flatMap(buttonsIn)];
}

it.each(shownCards)('every button of the card $name is read back', ({ card }) => {
  for (const { verb, data } of buttonsIn(card(text('en'))))
    expect(parseActionPayload({ verb, data })).toMatchObject({ ask: verb });
});

it('whatever else comes back is a question of ours or nothing', () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...verbs, 'toString', ''), (data, verb) => {
      for (const claim of [data, { verb, data }]) {
        const asked = parseActionPayload(claim);
        expect(asked === undefined || verbs.includes(asked.ask)).toBe(true);
      }
    }),
  );
});

it.each([
  [
    { verb: 'people', data: { page: 0 } },
    { ask: 'people', page: 1 },
  ],
  [
    { verb: 'people', data: { page: 1.5 } },
    { ask: 'people', page: 1 },
  ],
  [
    { verb: 'people', data: { page: 'x' } },
    { ask: 'people', page: 1 },
  ],
  [{ verb: 'people', data: { ask: 'person', person: 'p1' } }, { ask: 'people' }],
  [{ verb: 'person', data: {} }, undefined],
  [{ verb: 'person', data: { person: 'x'.repeat(201) } }, undefined],
  [{ verb: 'competency', data: { competency: ['devops'] } }, undefined],
  [{ verb: 'import', data: { pending: 'p', step: 'apply ' } }, undefined],
  [{ verb: 'export', data: { file: '../../etc/passwd' } }, undefined],
  [{ verb: 'sweep', data: {} }, undefined],
  [undefined, undefined],
])('%j is %j', (claim, asked) => {
  expect(parseActionPayload(claim)).toEqual(asked);
});
