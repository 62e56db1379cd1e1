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
import type { PanelHandle } from '@/components/entry/figure-panel'
import {
  type DeskDocument,
  type FigureHandle,
  FigurePanel,
  formIdOf,
  type Mending,
} from '@/components/entry/figure-panel'
import { GroundDialog } from '@/components/entry/ground-dialog'
import { KeyHelp } from '@/components/entry/key-help'
import { NotePanel } from '@/components/entry/note-panel'
import { ProposalList } from '@/components/entry/proposal-list'
import { type TextCommand, TextPane } from '@/components/entry/text-pane'
import type { TextMark } from '@/components/entry/text-paragraph'
import { buttonClass } from '@/components/ui/button'
import type { TextSpan } from '@/domain/document/text-steps'
import type { EnteredFromDocument } from '@/domain/entry/entered'
import { fieldsOfFigure, type Named } from '@/domain/entry/figure-fields'
import { blankGround, type GroundKind } from '@/domain/entry/ground-fields'
import { cursorOn, spanOfCursor, stepText } from '@/domain/entry/text-cursor'
import { type ProposedFigure, proposeFigures } from '@/domain/reading/propose-figures'

const tabs = ['figure', 'note', 'dispute'] as const
type Tab = (typeof tabs)[number]

interface Props {
  document: DeskDocument
  entered: EnteredFromDocument
  /** A refused entry to fill in again, by its key. */
  again: string | null
  /** A returned figure to mend, by its id. */
  mend: string | null
}

/** The text on one side, the forms on the other: words that are selected go into the form, and what was entered is marked in the text. */
export function EntryDesk({ document, entered, again, mend }: Props) {
  const t = useTranslations('entry')
  const crisis = useEntryCrisis()
  const router = useRouter()
  const { text, language } = document
  const stepped = useMemo(() => stepText(text ?? '', language), [text, language])
  const [cursor, setCursor] = useState({ anchor: 0, focus: 0 })
  const [tab, setTab] = useState<Tab>('figure')
  const [sent, setSent] = useState<EntryLine[]>([])
  const [told, setTold] = useState('')
  const [isHelping, setHelping] = useState(false)
  const [adding, setAdding] = useState<{ kind: GroundKind; typed: string; onAdded: (added: Named) => void } | null>(
    null,
  )
  const pane = useRef<HTMLDivElement>(null)
  const figure = useRef<FigureHandle>(null)
  const note = useRef<PanelHandle>(null)
  const dispute = useRef<DisputeHandle>(null)
  const refused = useRefusedEntry(again)

  const outbox = useOutbox()
  const lines = useMemo(() => {
    const known = linesOfEntered(entered, document.id, crisis)
    const keys = new Set(known.map(({ key }) => key))
    const forms = [formIdOf(document, null), `note of document ${document.id}`, `dispute of document ${document.id}`]
    const kept = linesOfOutbox(outbox.items, forms, crisis)
    return [...known, ...sent.filter(({ key, state }) => state !== 'waiting' && !keys.has(key)), ...kept]
  }, [entered, sent, outbox.items, document, crisis])

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
  const [rejected, setRejected] = useState<readonly number[]>([])
  const proposed = useMemo(() => (text === null ? [] : proposeFigures(text, { language })), [text, language])
  // What was entered or rejected is proposed no more.
  const proposals = useMemo(
    () =>
      proposed.filter(
        ({ start, end }) => !rejected.includes(start) && !marks.some((mark) => mark.start < end && mark.end > start),
      ),
    [proposed, rejected, marks],
  )
  const allMarks = useMemo(
    () => [...proposals.map(({ start, end }): TextMark => ({ start, end, kind: 'proposed', n: null })), ...marks],
    [proposals, marks],
  )
  const selected = spanOfCursor(stepped, cursor)
  const accept = (one: ProposedFigure) => {
    open('figure')
    setTimeout(() => figure.current?.accept(one), 0)
  }
  const reject = ({ start }: ProposedFigure) => {
    setRejected((before) => [...before, start])
    setTold(t('proposals.rejected'))
  }
  const goTo = (one: ProposedFigure | undefined) => one && setCursor(cursorOn(stepped, one))
  const open = (next: Tab) => setTab(next)
  const take = (into: Tab, span: TextSpan | null) => {
    if (!span || text === null) return
    const words = { quote: text.slice(span.start, span.end), position: span }
    open(into)
    // The panel takes the focus: it must be there first.
    setTimeout(() => ({ figure, note, dispute })[into].current?.take(words), 0)
  }
  const onCommand = (command: TextCommand, span: TextSpan | null) => {
    if (command === 'help') setHelping(true)
    else if (command === 'next-proposal') goTo(proposals.find(({ start }) => start >= (span?.end ?? 0)) ?? proposals[0])
    else if (command === 'last-proposal')
      goTo(proposals.findLast(({ end }) => end <= (span?.start ?? 0)) ?? proposals.at(-1))
    else if (command === 'accept' || command === 'reject') {
      const here = proposals.find(({ start, end }) => span && start < span.end && end > span.start)
      if (here && command === 'accept') accept(here)
      else if (here) reject(here)
      else setTold(t('proposals.noneHere'))
    } else if (command === 'figure' || command === 'note' || command === 'dispute') take(command, span)
  }
  const onSaved = (line: EntryLine, label: string, then: 'next' | 'part' = 'next') => {
    if (line.state !== 'waiting') setSent((before) => [...before, line])
    setTold(t(line.state === 'waiting' ? 'told.waits' : 'told.saved', { label }))
    if (then === 'next') pane.current?.focus()
    // Mended, it waits like any other: what comes next is a figure of its own.
    if (mend !== null || again !== null) router.replace(`/admin/crises/${crisis.slug}/enter/${document.id}`)
  }
  const onAdd = (kind: GroundKind, typed: string, onAdded: (added: Named) => void) =>
    setAdding({ kind, typed, onAdded })
  const show = ({ position }: EntryLine) => {
    if (!position) return
    setCursor(cursorOn(stepped, position))
    pane.current?.focus()
  }
  const mending = useMemo((): Mending | null => {
    const returned = entered.figures.find(({ id }) => id === mend)
    if (!returned) return null
    const { id, version, comment } = returned
    return { id, version, comment, fields: fieldsOfFigure(returned, crisis.timeZone, document.id) }
  }, [entered, mend, crisis.timeZone, document.id])

  if (refused === undefined) return <p className="py-6 text-sm text-muted">{t('opening')}</p>
  const refusedIn = (kind: Tab) =>
    again !== null && refused?.submission.form?.id.startsWith(kind) ? { key: again, entry: refused } : null
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
          <div className="sticky bottom-2 mt-6 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-line bg-surface px-3 py-1.5 shadow-lg">
            <span lang={language} dir="auto" className="min-w-0 flex-[1_1_8rem] truncate text-sm">
              “{text.slice(selected.start, selected.end)}”
            </span>
            {tabs.map((one) => (
              <button
                key={one}
                type="button"
                onClick={() => take(one, selected)}
                className="min-h-10 text-sm text-accent hover:underline"
              >
                {t(`tabs.${one}`)}
              </button>
            ))}
          </div>
        )}
      </section>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a key of all its fields */}
      <div
        onKeyDown={({ key, defaultPrevented }) => key === 'Escape' && !defaultPrevented && pane.current?.focus()}
        className="min-w-0 pt-4 lg:max-h-[calc(100dvh-4rem)] lg:overflow-y-auto lg:border-s lg:border-line lg:ps-8 lg:pb-10"
      >
        <div role="tablist" aria-label={t('tabs.label')} className="mb-4 flex gap-x-5 border-b border-line">
          {tabs.map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              id={`tab-${one}`}
              aria-selected={tab === one}
              aria-controls={`panel-${one}`}
              tabIndex={tab === one ? 0 : -1}
              onClick={() => open(one)}
              onKeyDown={({ key }) => {
                const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
                if (step === 0) return
                const next = tabs[(tabs.indexOf(one) + step + tabs.length) % tabs.length] ?? one
                open(next)
                window.document.getElementById(`tab-${next}`)?.focus()
              }}
              className={`-mb-px min-h-11 border-b-2 text-sm ${tab === one ? 'border-ink font-semibold' : 'border-transparent text-muted'}`}
            >
              {t(`tabs.${one}`)}
            </button>
          ))}
        </div>
        <div role="tabpanel" id="panel-figure" aria-labelledby="tab-figure" hidden={tab !== 'figure'}>
          <FigurePanel
            key={`${again} ${mend}`}
            document={document}
            paragraphs={stepped.paragraphs}
            lines={lines}
            again={refusedIn('figure')}
            mending={mending}
            handle={figure}
            onSaved={onSaved}
            onAdd={onAdd}
          />
        </div>
        <div role="tabpanel" id="panel-note" aria-labelledby="tab-note" hidden={tab !== 'note'}>
          <NotePanel
            key={again}
            document={document}
            paragraphs={stepped.paragraphs}
            lines={lines}
            again={refusedIn('note')}
            handle={note}
            onSaved={onSaved}
            onAdd={onAdd}
          />
        </div>
        <div role="tabpanel" id="panel-dispute" aria-labelledby="tab-dispute" hidden={tab !== 'dispute'}>
          <DisputePanel
            key={again}
            document={document}
            paragraphs={stepped.paragraphs}
            lines={lines}
            again={refusedIn('dispute')}
            handle={dispute}
            onSaved={onSaved}
            onAdd={onAdd}
          />
        </div>
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
              open('figure')
              setTimeout(() => figure.current?.beginPart(line), 0)
            }}
            onDeny={(line) => {
              open('dispute')
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
      </div>
      {adding && (
        <GroundDialog
          kind={adding.kind}
          initial={{ ...blankGround, name: adding.typed, usedBy: crisis.usages[0] ?? '' }}
          onAdded={(added) => {
            adding.onAdded(added)
            setAdding(null)
          }}
          onClose={() => setAdding(null)}
        />
      )}
      {isHelping && <KeyHelp onClose={() => setHelping(false)} />}
    </div>
  )
}
