'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { OutboxStatus } from '@/components/drafts/outbox-status'
import { useOutbox, useRefusedEntry } from '@/components/drafts/use-outbox'
import { type DisputeHandle, DisputePanel } from '@/components/entry/dispute-panel'
import { useEntryCrisis } from '@/components/entry/entry-context'
import { type EntryLine, linesOfEntered, linesOfOutbox } from '@/components/entry/entry-lines'
import { EntryList } from '@/components/entry/entry-list'
import { EntryTabs } from '@/components/entry/entry-tabs'
import { type FigureHandle, FigurePanel } from '@/components/entry/figure-panel'
import { KeyHelp } from '@/components/entry/key-help'
import { NotePanel } from '@/components/entry/note-panel'
import type { ChangingEntry, DeskDocument, PanelHandle } from '@/components/entry/panel'
import { ProposalList } from '@/components/entry/proposal-list'
import { SelectedWords } from '@/components/entry/selected-words'
import { type TextCommand, TextPane } from '@/components/entry/text-pane'
import type { TextMark } from '@/components/entry/text-paragraph'
import { formIdOf } from '@/components/entry/use-correction'
import { useFigureLabels } from '@/components/entry/use-figure-labels'
import { useGroundDialog } from '@/components/entry/use-ground-dialog'
import { useProposals } from '@/components/entry/use-proposals'
import { buttonClass } from '@/components/ui/button'
import type { TextSpan } from '@/domain/document/text-steps'
import type { EnteredFromDocument } from '@/domain/entry/entered'
import { cursorOn, spanOfCursor, stepText } from '@/domain/entry/text-cursor'
import type { ProposedFigure } from '@/domain/reading/propose-figures'
import { type Versioned, versioned } from '@/domain/workflow/waiting'

interface Props {
  document: DeskDocument
  entered: EnteredFromDocument
  /** A refused entry to fill in again, by its key. */
  again: string | null
  /** The entry that is mended or corrected; null where new ones are entered. */
  changes: ChangingEntry | null
}

/** The text on one side, the forms on the other: words that are selected go into the form, and what was entered is marked in the text. */
export function EntryDesk({ document, entered, again, changes }: Props) {
  const t = useTranslations('entry')
  const crisis = useEntryCrisis()
  const labels = useFigureLabels()
  const router = useRouter()
  const { text, language } = document
  const stepped = useMemo(() => stepText(text ?? '', language), [text, language])
  const [cursor, setCursor] = useState({ anchor: 0, focus: 0 })
  const [tab, setTab] = useState<Versioned>(changes?.noun ?? 'figure')
  const [sent, setSent] = useState<EntryLine[]>([])
  const [told, setTold] = useState('')
  const [isHelping, setHelping] = useState(false)
  const { onAdd, dialog } = useGroundDialog()
  const pane = useRef<HTMLDivElement>(null)
  const figure = useRef<FigureHandle>(null)
  const note = useRef<PanelHandle>(null)
  const dispute = useRef<DisputeHandle>(null)
  const refused = useRefusedEntry(again)

  const outbox = useOutbox()
  const lines = useMemo(() => {
    const known = linesOfEntered(entered, document.id, { timeZone: crisis.timeZone, labels })
    const keys = new Set(known.map(({ key }) => key))
    const forms = versioned.map((noun) => formIdOf(noun, document, null))
    const kept = linesOfOutbox(outbox.items, forms, labels)
    return [...known, ...sent.filter(({ key, state }) => state !== 'waiting' && !keys.has(key)), ...kept]
  }, [entered, sent, outbox.items, document, crisis.timeZone, labels])

  // What waited and went out is with the server now: it says how it stands.
  const waiting = useRef(0)
  useEffect(() => {
    if (outbox.items.length < waiting.current) router.refresh()
    waiting.current = outbox.items.length
  }, [outbox.items, router])

  const marks = useMemo(
    () =>
      lines.flatMap(({ position, state }, index): TextMark[] => {
        if (!position || state === 'withdrawn') return []
        const kind = state === 'attention' || state === 'draft' ? 'waiting' : state
        return [{ ...position, kind, n: index + 1 }]
      }),
    [lines],
  )
  const { proposals, ...proposed } = useProposals(changes ? null : text, language, marks)
  const allMarks = useMemo(
    () => [...proposals.map(({ start, end }): TextMark => ({ start, end, kind: 'proposed', n: null })), ...marks],
    [proposals, marks],
  )
  const selected = spanOfCursor(stepped, cursor)
  const nouns = changes ? [changes.noun] : versioned
  const accept = (one: ProposedFigure) => {
    setTab('figure')
    setTimeout(() => figure.current?.accept(one), 0)
  }
  const reject = (one: ProposedFigure) => {
    proposed.reject(one)
    setTold(t('proposals.rejected'))
  }
  const goTo = (one: ProposedFigure | undefined) => one && setCursor(cursorOn(stepped, one))
  const take = (asked: Versioned, span: TextSpan | null) => {
    if (!span || text === null) return
    const words = { quote: text.slice(span.start, span.end), position: span }
    const into = changes?.noun ?? asked
    setTab(into)
    // The panel takes the focus: it must be there first.
    setTimeout(() => ({ figure, note, dispute })[into].current?.take(words), 0)
  }
  const onCommand = (command: TextCommand, span: TextSpan | null) => {
    if (command === 'help') setHelping(true)
    else if (command === 'next-proposal') goTo(proposed.after(span))
    else if (command === 'last-proposal') goTo(proposed.before(span))
    else if (command === 'accept' || command === 'reject') {
      const here = proposed.at(span)
      if (here && command === 'accept') accept(here)
      else if (here) reject(here)
      else setTold(t('proposals.noneHere'))
    } else if (command === 'figure' || command === 'note' || command === 'dispute') take(command, span)
  }
  const onSaved = (line: EntryLine, label: string, then: 'next' | 'part' = 'next') => {
    const desk = `/admin/crises/${crisis.slug}`
    // What was changed waits for a second person: its page tells so, the old beside the new.
    if (changes && line.state !== 'waiting')
      return router.push(`${desk}/${changes.noun}s/${changes.changing.content.id}`)
    if (line.state !== 'waiting') setSent((before) => [...before, line])
    setTold(t(line.state === 'waiting' ? 'told.waits' : 'told.saved', { label }))
    if (then === 'next') pane.current?.focus()
    // Sent again, it waits like any other: what comes next is an entry of its own.
    if (changes || again !== null) router.replace(`${desk}/enter/${document.id}`)
  }
  const show = ({ position }: EntryLine) => {
    if (!position) return
    setCursor(cursorOn(stepped, position))
    pane.current?.focus()
  }

  if (refused === undefined) return <p className="py-6 text-sm text-muted">{t('opening')}</p>
  const shared = (noun: Versioned) => ({
    document,
    paragraphs: stepped.paragraphs,
    lines,
    again: again !== null && refused?.submission.form?.id.startsWith(noun) ? { key: again, entry: refused } : null,
    onSaved,
    onAdd,
  })
  const changed = changes?.changing
  const panels = {
    figure: (
      <FigurePanel
        {...shared('figure')}
        changing={changes?.noun === 'figure' ? changes.changing : null}
        handle={figure}
      />
    ),
    note: <NotePanel {...shared('note')} changing={changes?.noun === 'note' ? changes.changing : null} handle={note} />,
    dispute: (
      <DisputePanel
        {...shared('dispute')}
        changing={changes?.noun === 'dispute' ? changes.changing : null}
        handle={dispute}
      />
    ),
  }
  return (
    <div className="grid gap-x-10 gap-y-6 border-t border-line lg:grid-cols-[minmax(0,7fr)_minmax(0,6fr)]">
      <section
        aria-label={t('text.label')}
        className="min-w-0 pt-4 lg:max-h-[calc(100dvh-4rem)] lg:overflow-y-auto lg:pe-4 lg:pb-24"
      >
        <p id="text-keys" className="mb-4 text-xs text-muted">
          {text === null ? t('text.none') : t('text.keys')}{' '}
          <button type="button" onClick={() => setHelping(true)} className="min-h-8 text-accent hover:underline">
            {t('text.allKeys')}
          </button>
        </p>
        {text !== null && (
          <TextPane
            stepped={stepped}
            language={language}
            marks={allMarks}
            cursor={cursor}
            onCursor={setCursor}
            onCommand={onCommand}
            paneRef={pane}
          />
        )}
        {selected && text !== null && (
          <SelectedWords
            words={text.slice(selected.start, selected.end)}
            language={language}
            nouns={nouns}
            onTake={(noun) => take(noun, selected)}
          />
        )}
      </section>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a key of all its fields */}
      <div
        onKeyDown={({ key, defaultPrevented }) => key === 'Escape' && !defaultPrevented && pane.current?.focus()}
        className="min-w-0 pt-4 lg:max-h-[calc(100dvh-4rem)] lg:overflow-y-auto lg:border-s lg:border-line lg:ps-8 lg:pb-10"
      >
        {changes ? (
          <section aria-labelledby="changing" key={`${changes.changing.content.id} ${again}`} className="space-y-4">
            <h2 id="changing" className="text-base font-semibold">
              {t(changed?.isKnown ? 'correction.title' : 'correction.mendTitle', { noun: changes.noun })}
            </h2>
            {changed?.comment && (
              <p className="border-s-4 border-series-5 bg-ground px-3 py-2 text-sm">
                {t('returned', { comment: changed.comment })}
              </p>
            )}
            {panels[changes.noun]}
            <p role="status" className="text-xs text-muted empty:hidden">
              {told}
            </p>
            <OutboxStatus signIn="/sign-in" />
          </section>
        ) : (
          <>
            <EntryTabs open={tab} onOpen={setTab} />
            {versioned.map((noun) => (
              <div
                key={`${noun} ${again}`}
                role="tabpanel"
                id={`panel-${noun}`}
                aria-labelledby={`tab-${noun}`}
                hidden={tab !== noun}
              >
                {panels[noun]}
              </div>
            ))}
            <div className="mt-8 space-y-3">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h2 className="text-base font-semibold">{t('list.title')}</h2>
                <OutboxStatus signIn="/sign-in" />
              </div>
              <p role="status" className="text-xs text-muted empty:hidden">
                {told}
              </p>
              <EntryList
                lines={lines}
                crisis={crisis.slug}
                document={document.id}
                onPart={(line) => {
                  setTab('figure')
                  setTimeout(() => figure.current?.beginPart(line), 0)
                }}
                onDeny={(line) => {
                  setTab('dispute')
                  setTimeout(() => dispute.current?.beginAgainst(line), 0)
                }}
                onShow={show}
              />
              {proposals.length > 0 && (
                <ProposalList
                  proposals={proposals}
                  language={language}
                  onAccept={accept}
                  onReject={reject}
                  onShow={(one) => {
                    goTo(one)
                    pane.current?.focus()
                  }}
                />
              )}
              <div className="flex flex-wrap gap-2 pt-2">
                {(['source', 'place', 'event'] as const).map((kind) => (
                  <button
                    key={kind}
                    type="button"
                    onClick={() => onAdd(kind, '', () => {})}
                    className={buttonClass('plain')}
                  >
                    {t(`ground.add.${kind}`)}
                  </button>
                ))}
              </div>
            </div>
          </>
        )}
      </div>
      {dialog}
      {isHelping && <KeyHelp onClose={() => setHelping(false)} />}
    </div>
  )
}
