/** The weekly card for a room: where it is posted and whether it names people, with the form that changes it. */
import type { CardElement } from '@microsoft/teams.cards';
import type { TeamDigest } from '../../domain/partner/team-digest';
import type { Choice } from '../contract/dataset';
import type { Card } from '../elements/card';
import { button, card, choiceField, line, note, title } from '../elements/elements';
import type { Text } from '../text';
import { deliveryCodeWords } from '../words/delivery-code';

export interface TeamSettingView {
  readonly team: TeamDigest | undefined;
  /** The rooms that can be chosen: where Laurel is, or the room alone in which it was asked. */
  readonly rooms: readonly Choice[];
  /** Why nothing can be posted there now, as the code of a delivery. */
  readonly hindrance?: string;
  readonly isSaved?: true;
}

/** The answer to `weekly digest`, and to what saves it. Nothing is posted before the button is pressed. */
export function teamSettingCard(view: TeamSettingView, text: Text): Card {
  const { team, rooms, hindrance, isSaved } = view;
  const state = stateWords(view, text);
  return card({
    text,
    speak: state,
    body: [
      title(text.say('team.setting')),
      ...(isSaved ? [line(text.say('team.saved'), { weight: 'Bolder' })] : []),
      line(state),
      ...(hindrance === undefined ? [] : [note(`⚠ ${deliveryCodeWords(hindrance, text)}`)]),
      note(text.say('team.what')),
      ...(rooms.length > 0 ? fields(view, text) : [note(text.say('team.no-room'))]),
    ],
    actions: [
      ...(rooms.length > 0
        ? [button({ ask: 'team-digest' }, text.say('button.save'), { style: 'positive', associatedInputs: 'auto' })]
        : []),
      ...(team
        ? [button({ ask: 'team-digest', stop: true }, text.say('button.team-stop'), { associatedInputs: 'none' })]
        : []),
      button({ ask: 'progress' }, text.say('button.progress'), { associatedInputs: 'none' }),
    ],
  });
}

function stateWords({ team, rooms }: TeamSettingView, text: Text): string {
  if (!team) return text.say('team.state.none');
  const room = rooms.find(({ value }) => value === team.conversation)?.title ?? text.say('team.other-room');
  return text.say(team.names ? 'team.state.names' : 'team.state.nameless', { room });
}

function fields({ team, rooms }: TeamSettingView, text: Text): readonly CardElement[] {
  const [first] = rooms;
  const chosen = rooms.find(({ value }) => value === team?.conversation) ?? first!;
  const to = { id: 'to', label: text.say('team.field.room'), value: chosen.value, empty: text.say('form.empty') };
  const names = { id: 'names', label: text.say('team.field.names'), value: team?.names ? 'yes' : 'no' };
  return [
    choiceField(to, rooms),
    choiceField(names, [
      { value: 'no', title: text.say('team.names.no') },
      { value: 'yes', title: text.say('team.names.yes') },
    ]),
  ];
}
