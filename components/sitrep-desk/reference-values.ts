/** What a reference reads now: `was` where its editor saw another value last, `cite` the numbers of its sources, `who` who says so and when. */
export interface ReferenceValue {
  text: string
  was: string | null
  cite: number[]
  who: string
}

/** The values of a draft's references by their key, for all editors of a page at once; whoever listens is told of changes. */
export class ReferenceValues {
  #values: Readonly<Record<string, ReferenceValue>>
  readonly #listeners = new Set<() => void>()

  constructor(values: Readonly<Record<string, ReferenceValue>> = {}) {
    this.#values = values
  }

  get = (key: string): ReferenceValue | undefined => this.#values[key]

  /** What was composed replaces what is known; what was inserted a moment ago and is not composed yet stays. */
  add(values: Readonly<Record<string, ReferenceValue>>): void {
    this.#values = { ...this.#values, ...values }
    for (const listener of this.#listeners) listener()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
