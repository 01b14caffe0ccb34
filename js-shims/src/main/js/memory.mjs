// One Durable Object's named texts and its alarm: see workers.ObjectMemory.

// Long enough for what the object does to end by itself, short enough after a crash.
const ALARM_MILLIS = 2_000;

export function memory({ storage }) {
  return {
    read: (key) => storage.kv.get(key) ?? null,
    write: (key, text) => storage.kv.put(key, text),
    deleteAll() {
      storage.deleteAlarm();
      storage.deleteAll();
    },
    setAlarm: () => storage.setAlarm(Date.now() + ALARM_MILLIS),
    clearAlarm: () => storage.deleteAlarm(),
  };
}
