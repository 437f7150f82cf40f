/** What an audit entry says was done, in words. */
import { retentionSweep, terminal, type AuditEntry } from '../../domain/partner/audit-entry';
import type { Text } from '../text';

/** A sentence without who and when. The choices of a message may have no hyphen, as names of questions do. */
export function auditedDeed({ act, about, whom = '' }: Pick<AuditEntry, 'act' | 'about' | 'whom'>, text: Text): string {
  return text.say(`audit.act.${act}`, { about, kind: about.replaceAll('-', ''), whom });
}

/** Who acted where it was no person; nothing where it was one. */
export function actingPart(by: string, text: Text): string | undefined {
  if (by === terminal) return text.say('audit.terminal');
  return by === retentionSweep ? text.say('audit.retention') : undefined;
}
