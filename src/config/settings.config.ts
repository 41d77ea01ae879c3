import { type ConfigType, registerAs } from '@nestjs/config';
import { readSettings } from './settings.js';

/** The injectable settings. The only place that reads `process.env`, after `@nestjs/config` has read `.env` into it. */
export const settingsConfig = registerAs('settings', () => readSettings(process.env));

export type SettingsConfig = ConfigType<typeof settingsConfig>;
