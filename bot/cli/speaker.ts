/** A speaker is whom the terminal speaks as: one of the people of the local world, or anybody by any name. */
import type { Speaker } from '../teams/terminal';
import { normalize } from '../language/message-text';

/** The one of these who is meant by an id, a mail address, a name or part of one; a stranger of that name if nobody is. */
export function findSpeaker(wanted: string | undefined, known: readonly Speaker[]): Speaker {
  const [first] = known;
  if (wanted === undefined) return first ?? { id: 'terminal', aadObjectId: '', name: '' };
  return speakerAmong(wanted, known) ?? stranger(wanted);
}

/** The same without strangers, but for one who is named by a mail address, by which a record may know them. */
export function findChatUser(wanted: string, known: readonly Speaker[]): Speaker | undefined {
  return speakerAmong(wanted, known) ?? (wanted.includes('@') ? stranger(wanted) : undefined);
}

function speakerAmong(wanted: string, known: readonly Speaker[]): Speaker | undefined {
  const words = normalize(wanted);
  const exactly = known.find(({ id, aadObjectId, mail = '', name }) =>
    [id, aadObjectId, mail, name].some((sign) => normalize(sign) === words),
  );
  const partly = known.filter(({ name }) => normalize(name).split(' ').includes(words));
  return exactly ?? (partly.length === 1 ? partly[0] : undefined);
}

/** Somebody with the same ids each time, so that a question can be asked twice by the same person. */
function stranger(wanted: string): Speaker {
  const id = wanted.trim().toLowerCase();
  return { id: `terminal-${id}`, aadObjectId: id, name: wanted.trim(), ...(id.includes('@') && { mail: id }) };
}
