/** Sentences about what in the address could not be used, above the rest that is shown. */
export function ProblemList({ title, problems }: { title: string; problems: { pointer: string; message: string }[] }) {
  if (problems.length === 0) return null
  return (
    <div role="status" className="mb-6 border-s-4 border-series-2 bg-surface px-4 py-3 text-sm">
      <p className="font-semibold">{title}</p>
      <ul className="mt-1 list-disc ps-5">
        {problems.map(({ pointer, message }) => (
          <li key={pointer + message}>{message}</li>
        ))}
      </ul>
    </div>
  )
}
