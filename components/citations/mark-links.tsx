'use client'

import { Fragment } from 'react'

/**
 * The links of citation marks. A page has hundreds: drawn in the browser's own copy too from a few letters each, they need not travel twice.
 * `ids`: of the quotes, parted by blanks; `label`: what a mark is called, "#" in the place of the source's number.
 */
export function MarkLinks({ ids, label }: { ids: string; label: string }) {
  return (
    <sup className="marks">
      {ids.split(' ').map((id, index) => {
        const number = id.split('-')[1] ?? ''
        return (
          <Fragment key={id}>
            {index > 0 && ' '}
            <a href={`#${id}`} data-quote={id} aria-label={label.replace('#', number)}>
              {number}
            </a>
          </Fragment>
        )
      })}
    </sup>
  )
}
