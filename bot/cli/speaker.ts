/** A speaker is the person that the terminal speaks as: one of the people of the local world, or any name. */
import type { Speaker } from '../teams/terminal';
import { normalize } from '../language-understanding/message-text';

/** Finds the person by id, mail address, name or part of it; a stranger of that name if none matches. */
export function findSpeaker(wanted: string | undefined, known: readonly Speaker[]): Speaker {
  const [first] = known;
  if (wanted === undefined) return first ?? { id: 'terminal', aadObjectId: '', name: '' };
  return speakerAmong(wanted, known) ?? stranger(wanted);
}

/** The same without strangers, except one named by a mail address, which a record may have. */
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

/** A stranger with the same ids each time, so that the same person can ask twice. */
function stranger(wanted: string): Speaker {
  const id = wanted.trim().toLowerCase();
  return { id: `terminal-${id}`, aadObjectId: id, name: wanted.trim(), ...(id.includes('@') && { mail: id }) };
}
