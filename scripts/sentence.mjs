/**
 * A failure the person at the keyboard can act on: its message is one sentence that says what to do.
 * Start-up scripts print it alone, without a stack, and exit with 1.
 */
export class Sentence extends Error {}

/** Prints a failure: a Sentence as it is, anything else (a defect) with its stack. */
export function printFailure(error) {
  console.error(error instanceof Sentence ? `\n${error.message}` : error)
}
