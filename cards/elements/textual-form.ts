/** The textual form of a card: what some clients cannot draw is replaced by the fallback that stands beside it. */
import type { Card } from './card';
import { isForWideClients } from './plain-text';

/**
 * Elements that Adaptive Cards added after 1.5. Clients are said to take the fallback that each carries; public reports say that
 * some break the whole card instead (AdaptiveCards#9248).
 */
const isLaterElement = (type: unknown): boolean =>
  typeof type === 'string' && (type === 'Badge' || type.startsWith('Progress') || type.startsWith('Chart.'));

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

/** The same card without Badge, ProgressBar, charts and lists that the client would search at the bot; an element without a fallback is left out. */
export function textualForm(card: Card): Card {
  return replaced(card as unknown as Json) as unknown as Card;
}

/** Without what clients cannot draw, and without what is only for wide windows: phones get this form. */
function replaced(value: Json): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => replaced(item) ?? []);
  if (typeof value !== 'object' || value === null) return value;
  const element = value as { readonly [name: string]: Json | undefined };
  if (isForWideClients(element)) return undefined;
  if (isLaterElement(element['type'])) return standInOf(element);
  if (element['choices.data'] !== undefined) return typedField(element);
  return Object.fromEntries(
    Object.entries(element).map(([name, inner]) => [name, inner === undefined ? undefined : replaced(inner)]),
  );
}

/** A field for words in place of a list that the client would have to ask the bot for. */
function typedField({
  id,
  label,
  isRequired,
  errorMessage,
  placeholder,
}: {
  readonly [name: string]: Json | undefined;
}) {
  return { type: 'Input.Text', id, label, isRequired, errorMessage, placeholder };
}

/** It stands where the element stood: the place is said by the element alone. */
function standInOf({ fallback, spacing, separator }: { readonly [name: string]: Json | undefined }): Json | undefined {
  if (typeof fallback !== 'object' || fallback === null || Array.isArray(fallback)) return undefined;
  const inner = replaced(fallback) as { readonly [name: string]: Json | undefined } | undefined;
  if (inner === undefined) return undefined;
  return { ...inner, ...(spacing !== undefined && { spacing }), ...(separator !== undefined && { separator }) };
}
