import { h } from '../preact.js';

const BROWSER_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ZONES = [...new Set(['UTC', BROWSER_ZONE, ...Intl.supportedValuesOf('timeZone')])];

/**
 * Picks the time zone of all days and times. The default is UTC, not the browser's zone: a link
 * must mean the same days everywhere.
 */
export const TimeZonePicker = ({ timeZone, choose }: { timeZone: string; choose: (timeZone: string) => void }) => (
  <label class="field time-zone">
    <span>Time zone</span>
    <select value={timeZone} onChange={({ currentTarget }) => choose(currentTarget.value)}>
      {[...new Set([...ZONES, timeZone])].map((zone) => (
        <option key={zone} value={zone}>
          {zone}
        </option>
      ))}
    </select>
  </label>
);
