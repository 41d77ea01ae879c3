import { Module } from '@nestjs/common';
import { DashboardController } from './dashboard.controller.js';

/** The page. Its files are served by `serveDashboard`; everything it shows comes from the public API. */
@Module({ controllers: [DashboardController] })
export class DashboardModule {}
