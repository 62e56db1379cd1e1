import type { ReactNode } from 'react'

/** Facts by name. What is null is left out; what is unknown has its own words. */
export function FactList({ facts }: { facts: { name: string; value: ReactNode }[] }) {
  return (
    <dl className="text-sm">
      {facts
        .filter(({ value }) => value !== null && value !== '')
        .map(({ name, value }) => (
          <div
            key={name}
            className="grid grid-cols-[7.5rem_1fr] gap-x-4 border-t border-line py-2 sm:grid-cols-[9rem_1fr]"
          >
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0">{typeof value === 'string' ? <bdi>{value}</bdi> : value}</dd>
          </div>
        ))}
    </dl>
  )
}
