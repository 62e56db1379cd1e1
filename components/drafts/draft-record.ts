/** A draft as it is kept. Those of earlier releases say neither what they are nor where their form is. */
export interface DraftRecord<Values> {
  values: Values
  submissionKey: string
  /** What it is, in words, and the address of its form. */
  label?: string
  href?: string
}
