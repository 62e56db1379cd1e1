/**
 * Answers kept in memory, the least recently used dropped first. A key holds everything its answer depends on, the revision of the ledger
 * too, so nothing in it is ever stale and nothing needs purging. Readers who ask at once for what is being made wait for the one making.
 */
export class AnswerCache<Answer> {
  readonly #answers = new Map<string, { answer: Promise<Answer>; weight: number }>()
  readonly #capacity: number
  readonly #weigh: (answer: Answer) => number
  #weight = 0

  /** `capacity` in the unit of `weigh`; without it each answer weighs 1. */
  constructor(capacity: number, weigh: (answer: Answer) => number = () => 1) {
    this.#capacity = capacity
    this.#weigh = weigh
  }

  /** The answer under the key, made now unless it is there. A failure is not kept. */
  getOrMake(key: string, make: () => Promise<Answer>): Promise<Answer> {
    const held = this.#answers.get(key)
    if (held) {
      this.#answers.delete(key)
      this.#answers.set(key, held)
      return held.answer
    }
    const entry = { answer: make(), weight: 0 }
    this.#answers.set(key, entry)
    entry.answer.then(
      (answer) => {
        if (this.#answers.get(key) !== entry) return
        entry.weight = this.#weigh(answer)
        this.#weight += entry.weight
        this.#dropOldest()
      },
      () => {
        if (this.#answers.get(key) === entry) this.#answers.delete(key)
      },
    )
    return entry.answer
  }

  #dropOldest() {
    for (const [key, { weight }] of this.#answers) {
      if (this.#weight <= this.#capacity) return
      this.#answers.delete(key)
      this.#weight -= weight
    }
  }
}
