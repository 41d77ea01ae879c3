// Preloaded by a test, which asks for these by signals.
process.on('SIGUSR2', () => {
  throw Object.assign(new Error('thrown where nothing catches'), { confidential: 'the text of a message' });
});
process.on('SIGHUP', () => void Promise.reject(new Error('rejected where nothing catches')));
process.on('SIGWINCH', () => process.emitWarning('of the runtime'));
