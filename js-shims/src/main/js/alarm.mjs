// One Durable Object's alarm: see workers.ObjectAlarm.

export function alarm({ storage }) {
  return {
    now: () => Date.now(),
    set: (epochMillis) => storage.setAlarm(epochMillis),
  };
}
