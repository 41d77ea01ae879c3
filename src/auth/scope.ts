/**
 * What a key can be allowed to do. `text:read` shows the text of a message in its receipt, if
 * `RECEIPT_TEXT` allows it too.
 */
export const SCOPES = ['usage:read', 'receipts:read', 'text:read', 'metrics:read'] as const;

export type Scope = (typeof SCOPES)[number];

/**
 * The scopes of an entry that names none: the bill and its explanation. Texts and metrics must be
 * named.
 */
export const DEFAULT_SCOPES: readonly Scope[] = ['usage:read', 'receipts:read'];

export const isScope = (name: string): name is Scope => (SCOPES as readonly string[]).includes(name);
