import { Fragment, h } from '../preact.js';

/** A request id with what it is for: support finds the request by it in the service's log. */
export const SupportId = ({ id }: { id: string }) => (
  <>
    For support: request <code translate={false}>{id}</code>
  </>
);
