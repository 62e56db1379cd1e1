'use client'

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { DraftKeeper, type DraftSubmission, type DraftView } from '@/components/drafts/draft-keeper'
import { useDesk } from '@/components/drafts/drafts-provider'
import type { Outcome } from '@/components/drafts/outbox'

export interface Draft<Values> {
  /** Where the values are: for `DraftState`. */
  view: DraftView<Values>
  /** To be called with all values whenever one changes. */
  keep: (values: Values) => void
  /** Sends the values, or queues them; a form that is refused stays as it is. */
  submit: (submission: DraftSubmission, values: Values) => Promise<Outcome>
  /** After `sent` or `queued`: puts these values into the form for the next entry. They are no draft until they change. */
  begin: (initial: Values) => void
  discard: () => Promise<void>
  /** The key under which the form would be submitted now. */
  submissionKey: () => string
  /** When another window changed the same form: keep these values, or take that window's. */
  keepMine: (values: Values) => Promise<void>
  takeTheirs: () => Promise<void>
}

interface DraftOptions<Values> {
  /** Puts values into the form: those that were kept, or another window's. */
  reset: (values: Values) => void
  /** For a form that mends a refused entry: the entry's key. */
  submissionKey?: string
  /** What a draft of the form is, in words, for the list of drafts. */
  toLabel?: (values: Values) => string
}

/**
 * Keeps a form's values in this browser, encrypted, as one types, and gives them back after a reload, a crash or a new sign-in.
 *
 * @param formId names the form and what it is about, such as "figure of document 1a2b"; a component serves one, so give it this as its `key`
 * @param initial the values of the untouched form, as JSON can hold them
 */
export function useDraft<Values>(
  formId: string,
  initial: Values,
  { reset, submissionKey, toLabel }: DraftOptions<Values>,
): Draft<Values> {
  const desk = useDesk()
  const latestLabel = useRef(toLabel)
  latestLabel.current = toLabel
  const [keeper] = useState(
    () =>
      new DraftKeeper<Values>({
        formId,
        initial,
        submissionKey,
        toLine: (values) => ({
          label: latestLabel.current?.(values) ?? '',
          href: window.location.pathname + window.location.search,
        }),
      }),
  )
  const view = useSyncExternalStore(keeper.subscribe, keeper.getView, keeper.getView)

  useEffect(() => desk?.attach(keeper), [desk, keeper])

  useEffect(() => {
    const flush = () => void keeper.flush()
    const gone = new AbortController()
    const { signal } = gone
    window.addEventListener('pagehide', flush, { signal })
    window.addEventListener('blur', flush, { signal })
    document.addEventListener('visibilitychange', flush, { signal })
    return () => gone.abort()
  }, [keeper])

  const latestReset = useRef(reset)
  useEffect(() => {
    latestReset.current = reset
  })
  useEffect(() => {
    if (view.restored !== null) latestReset.current(view.restored)
  }, [view.restored])

  const acts = useMemo(
    () => ({
      keep: (values: Values) => keeper.keep(values),
      begin: (values: Values) => {
        keeper.begin(values)
        latestReset.current(values)
      },
      discard: () => keeper.discard(),
      submissionKey: keeper.getSubmissionKey,
      keepMine: (values: Values) => keeper.keepMine(values),
      takeTheirs: () => keeper.takeTheirs(),
      submit: async (submission: DraftSubmission, values: Values): Promise<Outcome> =>
        desk
          ? keeper.submit(desk.outbox, submission, values)
          : {
              is: 'not-kept',
              problem: { title: 'Neither sent nor kept', status: 0, detail: 'The page is not ready.' },
            },
    }),
    [desk, keeper],
  )
  return { view, ...acts }
}
