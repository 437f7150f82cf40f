/** What can be salvaged of a file of the wrong form, so that one look finds the faults of form and those of meaning. */
import type { FaultPath } from '../../domain/validation/fault';
import type { Finding } from './fault';

export interface Salvage {
  readonly value: unknown;
  /** What was replaced because it could not be read; whatever else is wrong there is not known yet. */
  readonly unread: readonly FaultPath[];
}

const unreadCredential = { kind: 'exam', titles: ['-'], source: '-' };
const unreadRequirement = { level: 'unread', effectiveFrom: '9999-12-31' };

/**
 * The value without its unknown keys, and with something harmless for each credential and requirement that has faults, so
 * that the rest can be checked; `undefined` where faults lie outside those.
 */
export function salvage(value: unknown, findings: readonly Finding[]): Salvage | undefined {
  const salvaged = structuredClone(value);
  const unread: FaultPath[] = [];
  for (const { code, path } of findings) {
    if (code === 'unknown-key') remove(salvaged, path);
    else {
      const unit = unitOf(path);
      if (!unit) return undefined;
      put(salvaged, unit, unit[0] === 'credentials' ? unreadCredential : unreadRequirement);
      unread.push(unit);
    }
  }
  return { value: salvaged, unread };
}

/** Whether the place lies in something that could not be read. */
export function isUnread({ unread }: Salvage, path: FaultPath): boolean {
  return unread.some((unit) => unit.every((step, index) => path[index] === step));
}

function unitOf(path: FaultPath): FaultPath | undefined {
  if (path[0] === 'credentials' && path.length > 2) return path.slice(0, 2);
  const [, , options, , requirements, index] = path;
  if (options === 'options' && requirements === 'requirements' && index !== undefined) return path.slice(0, 6);
  return undefined;
}

type Container = Record<string | number, unknown>;

function containerOf(value: unknown, path: FaultPath): Container | undefined {
  const found = path.slice(0, -1).reduce<unknown>((part, step) => (part as Container | undefined)?.[step], value);
  return typeof found === 'object' && found !== null ? (found as Container) : undefined;
}

function put(value: unknown, path: FaultPath, part: unknown): void {
  const container = containerOf(value, path);
  if (container) container[path.at(-1)!] = part;
}

function remove(value: unknown, path: FaultPath): void {
  const container = containerOf(value, path);
  if (container) delete container[path.at(-1)!];
}
