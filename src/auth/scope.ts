/** What a key may be allowed. `text:read` opens the text of a message in its receipt, and only where `RECEIPT_TEXT` does. */
export const SCOPES = ['usage:read', 'receipts:read', 'text:read', 'metrics:read'] as const;

export type Scope = (typeof SCOPES)[number];

/** What a key may read whose entry names no scopes: the bill and what explains it. Texts and metrics have to be named. */
export const DEFAULT_SCOPES: readonly Scope[] = ['usage:read', 'receipts:read'];

export const isScope = (name: string): name is Scope => (SCOPES as readonly string[]).includes(name);
