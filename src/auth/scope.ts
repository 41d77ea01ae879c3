/**
 * What a key can be allowed to do. `text:read` shows the text of a message in its receipt, if
 * `RECEIPT_TEXT` allows it too. `ledger:write` records decisions and adjustments in the ledger.
 */
export const SCOPES = ['usage:read', 'receipts:read', 'text:read', 'metrics:read', 'ledger:write'] as const;

export type Scope = (typeof SCOPES)[number];

/**
 * The scopes of an entry that names none: the bill and its explanation. Any other scope must be
 * named.
 */
export const DEFAULT_SCOPES: readonly Scope[] = ['usage:read', 'receipts:read'];

/**
 * Whether a service without keys grants the scope to every caller. What is written states who asked
 * for it, and without a key nobody is known.
 */
export const isOpenWithoutKeys = (scope: Scope): boolean => scope !== 'ledger:write';

export const isScope = (name: string): name is Scope => (SCOPES as readonly string[]).includes(name);
