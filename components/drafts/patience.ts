/** How long a person who submits waits to hear what became of it, before it is said to be queued. */
const patience = 4000

/** For a race: this value once a person has waited long enough. */
export function afterPatience<Value>(value: Value): Promise<Value> {
  return new Promise((resolve) => setTimeout(() => resolve(value), patience))
}
