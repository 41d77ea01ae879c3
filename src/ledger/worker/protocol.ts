import type { LedgerEngine } from '../engine/ledger-engine.js';

/** A part of the engine that the other thread may call. */
export type Part = 'reader' | 'writer' | 'comparer' | 'ledger';

export type MethodOf<P extends Part> = keyof {
  [M in keyof LedgerEngine[P] as LedgerEngine[P][M] extends (...args: never) => unknown ? M : never]: unknown;
} &
  string;

type Method<P extends Part, M extends MethodOf<P>> = LedgerEngine[P][M] extends (...args: infer A) => infer R
  ? { args: A; result: Awaited<R> }
  : never;

export type ArgsOf<P extends Part, M extends MethodOf<P>> = Method<P, M>['args'];

export type ResultOf<P extends Part, M extends MethodOf<P>> = Method<P, M>['result'];

/** A call from the main thread. Calls are answered in their order. */
export interface Call {
  readonly id: number;
  readonly part: Part;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** An error as it crosses the threads. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  /** The `code` of the error, if it has one. */
  readonly code?: string;
}

/** Said by the thread when its database falls silent, and when it speaks again. */
export interface Silence {
  readonly isSilent: boolean;
}

export type Answer =
  { readonly id: number; readonly result: unknown } | { readonly id: number; readonly error: SentError };
