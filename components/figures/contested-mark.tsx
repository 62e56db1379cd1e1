/** The diamond beside a number that sources do not settle. The words that stand with it say how. */
export function ContestedMark() {
  return (
    <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true" className="inline-block shrink-0 text-series-5">
      <path d="M5.5 0 11 5.5 5.5 11 0 5.5Z" fill="currentColor" />
    </svg>
  )
}
