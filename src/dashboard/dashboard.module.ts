import { Module } from '@nestjs/common';
import { DashboardController } from './dashboard.controller.js';

/**
 * Serves the dashboard page. `serveDashboard` serves its files; everything that the page shows
 * comes from the public API.
 */
@Module({ controllers: [DashboardController] })
export class DashboardModule {}
