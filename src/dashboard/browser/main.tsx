import { h, render } from './preact.js';
import { App } from './components/app.js';
import { Part } from './components/error-boundary.js';
import { Dashboard } from './dashboard.js';

const root = document.getElementById('dashboard');
if (!root) throw new Error('The page has no place for the dashboard');

// A sentence for those whose browser gets no further than this.
root.replaceChildren();
const dashboard = new Dashboard(() =>
  render(
    <Part name="The page">
      <App dashboard={dashboard} />
    </Part>,
    root,
  ),
);
dashboard.sync();
