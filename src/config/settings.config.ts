import { type ConfigType, registerAs } from '@nestjs/config';
import { readSettings } from './read-settings.js';

/**
 * The injectable settings. Only this file reads `process.env`, after `@nestjs/config` has added the
 * variables of `.env` to it.
 */
export const settingsConfig = registerAs('settings', () => readSettings(process.env));

export type SettingsConfig = ConfigType<typeof settingsConfig>;
