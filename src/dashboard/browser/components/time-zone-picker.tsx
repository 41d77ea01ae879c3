import { h } from '../preact.js';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ZONES = [...new Set(['UTC', HERE, ...Intl.supportedValuesOf('timeZone')])];

/** The zone whose days and times the page shows. It is UTC until somebody chooses: a link must not mean another day elsewhere. */
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
