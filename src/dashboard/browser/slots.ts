import type { RequestInputs } from './request-inputs.js';
import { type Bodies, REQUESTS } from './requests.js';
import { Slot } from './slot.js';

/** One slot for each resource that the page reads. */
export type Slots = { readonly [Name in keyof Bodies]: Slot<Bodies[Name]> };

const NAMES = Object.keys(REQUESTS) as (keyof Bodies)[];

/** Empty slots; `onChange` is called after each answer or failure. */
export const createSlots = (onChange: () => void): Slots =>
  Object.fromEntries(NAMES.map((name) => [name, new Slot(onChange)])) as unknown as Slots;

/** Gives each slot its request for these inputs. */
export const requestSlots = (slots: Slots, inputs: RequestInputs): void => {
  const request = <Name extends keyof Bodies>(name: Name, slot: Slots[Name]): void =>
    slot.request(REQUESTS[name](inputs));
  for (const name of NAMES) request(name, slots[name]);
};
