/** Events in words: who leaves, what retires, who passes what, and when. */
import type { Person } from '../../domain/partner/people/person';
import type { Event } from '../../domain/planning/what-if';
import type { CardSetting } from '../contract/view';
import { credentialName } from './credential';
import { nameOf } from './who';
import type { Wording } from './wording';

interface About extends Wording {
  readonly view: CardSetting & { readonly people: ReadonlyMap<string, Person> };
}

/** The sentence for one event, without a full stop. */
export function eventWords(event: Event, about: About): string {
  const { text } = about;
  const words = {
    ...('person' in event && { name: personWords(event.person, about) }),
    ...('credential' in event && { credential: credentialName(event.credential, about) }),
  };
  const said = text.say(`event.${event.kind}`, words);
  return event.on === undefined ? said : text.say('event.on', { event: said, date: text.date(event.on) });
}

/** The name of the person with this id, or a general word if the reader may not see it. */
function personWords(id: string, { view, text }: About): string {
  const person = view.people.get(id);
  return (person && nameOf(person, view, text)) ?? text.say('person.somebody');
}
