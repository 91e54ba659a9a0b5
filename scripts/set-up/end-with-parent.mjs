// Loaded before each of our processes (node --import): when the process that started it is gone, however it ended,
// the channel to it closes, and the process ends itself in its usual way instead of living on unseen.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();

export {};
