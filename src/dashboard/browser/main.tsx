import { h, render } from './preact.js';
import { App } from './parts/app.js';
import { Dashboard } from './dashboard.js';

const root = document.getElementById('dashboard');
if (!root) throw new Error('The page has no place for the dashboard');

const dashboard = new Dashboard(() => render(<App dashboard={dashboard} />, root));
dashboard.sync();
