import { Fragment, h } from '../preact.js';
import type { ComboboxOption } from '../combobox-options.js';
import { BROWSER_ZONE, formatOffset, TIME_ZONES } from '../time-zones.js';
import { Combobox } from './combobox.js';
import { Dropdown } from './dropdown.js';

/** Picks the time zone of all days and times. It is the browser's until another is chosen. */
export const TimeZonePicker = ({ timeZone, choose }: { timeZone: string; choose: (timeZone: string) => void }) => (
  <Dropdown
    class="chip time-zone"
    align="end"
    label={
      <>
        <span class="chip-name">Time zone{timeZone === BROWSER_ZONE && ' (yours)'}</span>
        <span class="chip-value" translate={false}>
          {timeZone}
        </span>
      </>
    }
    popup={(close) => (
      <Combobox
        id="time-zone"
        name="Time zone"
        options={toOptions(timeZone)}
        value={timeZone}
        choose={(zone) => {
          choose(zone);
          close();
        }}
      />
    )}
  />
);

const toOptions = (chosen: string): ComboboxOption[] =>
  [...new Set([...TIME_ZONES, chosen])].map((zone) => ({
    value: zone,
    name: zone,
    note: zone === BROWSER_ZONE ? 'this browser' : formatOffset(zone, new Date()),
  }));
