import { h, render } from './preact.js';
import { App } from './components/app.js';
import { ErrorBoundary } from './components/error-boundary.js';
import { Dashboard } from './dashboard.js';

const root = document.getElementById('dashboard');
if (!root) throw new Error('The page has no element with the id "dashboard"');

// Removes the sentence that is shown until this script has loaded.
root.replaceChildren();
const dashboard = new Dashboard(() =>
  render(
    <ErrorBoundary name="The page">
      <App dashboard={dashboard} />
    </ErrorBoundary>,
    root,
  ),
);
dashboard.sync();
