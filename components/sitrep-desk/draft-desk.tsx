'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { askApi } from '@/components/entry/ask-api'
import { LiveFields } from '@/components/forms/live-fields'
import { ConflictPanel } from '@/components/sitrep-desk/conflict-panel'
import { type ProseDesk, ProseDeskContext } from '@/components/sitrep-desk/desk-context'
import { DeskSection } from '@/components/sitrep-desk/desk-section'
import { type FrameCrisis, FrameForm } from '@/components/sitrep-desk/frame-form'
import { HighlightsEditor } from '@/components/sitrep-desk/highlights-editor'
import { LintList } from '@/components/sitrep-desk/lint-list'
import { MovedReferences } from '@/components/sitrep-desk/moved-references'
import { partText } from '@/components/sitrep-desk/part-text'
import type { OpenPages } from '@/components/sitrep-desk/preview-pages'
import { PreviewPanel } from '@/components/sitrep-desk/preview-panel'
import { ProseField } from '@/components/sitrep-desk/prose-field'
import { ReferenceValues } from '@/components/sitrep-desk/reference-values'
import { SaveState } from '@/components/sitrep-desk/save-state'
import { SectorsEditor } from '@/components/sitrep-desk/sectors-editor'
import { type DeskTab, TabList } from '@/components/sitrep-desk/tab-list'
import { useDeskPlaces } from '@/components/sitrep-desk/use-desk-places'
import { useDraftContent } from '@/components/sitrep-desk/use-draft-content'
import { useIsWide } from '@/components/sitrep-desk/use-is-wide'
import { usePreview } from '@/components/sitrep-desk/use-preview'
import { type DraftRights, WorkflowBar } from '@/components/sitrep-desk/workflow-bar'
import type { SitrepDraft } from '@/domain/sitrep/draft'
import type { FoundReference } from '@/domain/sitrep/find-references'
import { type SectionKey, sectionKeys } from '@/domain/sitrep/section-keys'
import { type ProseDocument, referenceKey, type Sector, seenText, type Written } from '@/domain/sitrep/written'
import type { Locale } from '@/domain/viewpoint/viewpoint'
import { listed } from '@/domain/wording/punctuation'

export interface DraftDeskProps {
  draft: SitrepDraft
  crisis: FrameCrisis
  rights: DraftRights
  userId: string
  /** What sections and sectors are called in the report's language. */
  headings: Record<SectionKey, string>
  sectorNames: Record<Sector, string>
  /** Sections as composed from what is saved, without what is written in them. */
  automatic: Partial<Record<SectionKey, ReactNode>>
  editionHref: string
  listHref: string
  settingsHref: string
}

/** Where a report is written: sections in their order at the one side, at the other the PDF it gives and what is to be mended. */
export function DraftDesk({ openPages, ...props }: DraftDeskProps & { openPages: OpenPages }) {
  const { draft: given, crisis, rights, userId, headings, sectorNames, automatic } = props
  const t = useTranslations('sitrepDesk')
  const screenLocale = useLocale()
  const router = useRouter()
  const isWide = useIsWide()
  const state = useDraftContent(given, userId)
  const { content, change, saved } = state
  const [tab, setTab] = useState<DeskTab>('write')
  const [isUnlocked, setUnlocked] = useState(false)
  const [locale, setLocale] = useState<Locale>(content.languages[0] ?? 'en')
  const shownLocale = content.languages.find((one) => one === locale) ?? content.languages[0] ?? 'en'
  const preview = usePreview(given.id, content, shownLocale)
  const { shown } = preview
  const [values] = useState(() => new ReferenceValues())
  const { register, partName, placeName, jump } = useDeskPlaces({
    ...{ content, headings, sectorNames, settingsHref: props.settingsHref },
    // On a wide screen the list stays beside the text.
    onShow: () => !isWide && setTab('write'),
  })
  const isWaiting = saved.state === 'requested' || saved.state === 'approved'
  const isEditable = rights.mayWrite && (saved.state === 'draft' || (isWaiting && isUnlocked))

  useEffect(() => {
    if (shown) values.add(shown.references)
  }, [shown, values])
  // What is composed of the viewpoint is made anew by the server once it is saved.
  const composedOf = JSON.stringify([saved.content.asOf, saved.content.knownAt, saved.content.languages[0]])
  const lastComposed = useRef(composedOf)
  useEffect(() => {
    if (lastComposed.current === composedOf) return
    lastComposed.current = composedOf
    router.refresh()
  }, [composedOf, router])
  useEffect(() => {
    if (saved.state === 'draft') setUnlocked(false)
  }, [saved.state])

  const latest = useRef(content)
  latest.current = content
  const desk = useMemo<ProseDesk>(
    () => ({
      values,
      isEditable,
      language: content.languages[0] ?? 'en',
      register,
      noteSeen: ({ reference, text, detail }: FoundReference) => {
        const key = referenceKey(reference)
        values.add({ [key]: { text, was: null, cite: [], who: detail } })
        change((before) => ({ ...before, seen: { ...before.seen, [key]: seenText(text) } }))
      },
      find: async (typed) => {
        const { asOf, knownAt, languages } = latest.current
        const asked = { typed, asOf, knownAt, locale: languages[0] ?? 'en' }
        const said = await askApi<{ items: FoundReference[] }>(`/api/v1/sitreps/${given.id}/references`, asked)
        return said.is === 'answer' ? said.answer.items : null
      },
    }),
    [values, isEditable, content.languages, change, given.id, register],
  )

  const write = (next: (written: Written) => Written) =>
    change((before) => ({ ...before, written: next(before.written) }))
  const prose = (key: 'overview' | 'access' | 'protection' | 'notes', label: string, isLabelHidden = false) => (
    <ProseField
      at={`/${key}`}
      label={label}
      isLabelHidden={isLabelHidden}
      value={content.written[key]}
      onChange={(document: ProseDocument) => write((before) => ({ ...before, [key]: document }))}
    />
  )
  const written: Partial<Record<SectionKey, ReactNode>> = {
    highlights: (
      <HighlightsEditor
        value={content.written.highlights}
        suggestions={shown?.suggestions ?? []}
        label={headings.highlights}
        isEditable={isEditable}
        onChange={(highlights) => write((before) => ({ ...before, highlights }))}
      />
    ),
    overview: prose('overview', headings.overview, true),
    needs: (
      <SectorsEditor
        value={content.written.sectors}
        names={sectorNames}
        isEditable={isEditable}
        onChange={(next) => write((before) => ({ ...before, sectors: next(before.sectors) }))}
      />
    ),
    access: (
      <div className="space-y-3">
        {prose('access', t('parts.access'))}
        {prose('protection', t('parts.protection'))}
        {prose('notes', t('parts.notes'))}
      </div>
    ),
  }

  const lints = shown?.lints ?? []
  const stops = shown === null ? null : lints.filter(({ grave }) => grave).length
  const tabs: { tab: DeskTab; label: string; className: string }[] = [
    { tab: 'write', label: t('tabs.write'), className: 'lg:hidden' },
    { tab: 'preview', label: t('tabs.preview'), className: '' },
    { tab: 'mend', label: t('tabs.mend', { count: lints.length }), className: '' },
  ]
  const sideTab = tab === 'write' ? 'preview' : tab
  return (
    <ProseDeskContext value={desk}>
      <div className="mb-4 border-y border-line py-3">
        <WorkflowBar
          draft={saved}
          rights={rights}
          userId={userId}
          stops={stops}
          save={state.save}
          editionHref={props.editionHref}
          listHref={props.listHref}
          isUnlocked={isUnlocked}
          onUnlock={() => setUnlocked(true)}
        >
          {rights.mayWrite && ['draft', 'requested', 'approved'].includes(saved.state) && <SaveState state={state} />}
        </WorkflowBar>
      </div>
      {state.conflict && (
        <div className="mb-4">
          <ConflictPanel
            conflict={state.conflict}
            mine={content}
            nameOf={partName}
            textOf={(of, part) => partText(of, part, { values, timeZone: crisis.timeZone, headings, t: tSector(t) })}
            onSettle={state.settle}
          />
        </div>
      )}
      {state.joined && (
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 border-s-4 border-series-2 bg-surface px-4 py-2 text-sm">
          <p role="status">
            {t('joined', { by: state.joined.by, parts: listed(screenLocale, state.joined.parts.map(partName)) })}
          </p>
          <button type="button" className="min-h-11 text-accent hover:underline" onClick={state.forgetJoined}>
            {t('joinedOk')}
          </button>
        </div>
      )}
      <div className="lg:grid lg:grid-cols-2 lg:grid-rows-[auto_1fr] lg:gap-x-10">
        <TabList tabs={tabs} selected={isWide ? sideTab : tab} label={t('tabs.label')} onSelect={setTab} />
        <div
          id="panel-write"
          {...(isWide ? {} : { role: 'tabpanel', 'aria-label': t('tabs.write') })}
          className={`min-w-0 lg:col-start-1 lg:row-start-1 lg:row-span-2 lg:block ${tab === 'write' ? '' : 'hidden'}`}
        >
          <LiveFields>
            <MovedReferences
              references={shown?.references ?? {}}
              isEditable={isEditable}
              onAccept={(keys) =>
                change((before) => ({
                  ...before,
                  seen: {
                    ...before.seen,
                    ...Object.fromEntries(keys.map((key) => [key, seenText(shown?.references[key]?.text ?? '')])),
                  },
                }))
              }
            />
            <details className="group pb-2" open={content.erratum !== null}>
              <summary className="flex min-h-11 list-none items-center gap-2 text-base font-semibold hover:underline">
                <span aria-hidden="true" className="inline-block transition-transform group-open:rotate-90">
                  ›
                </span>
                {t('frame.title')}
              </summary>
              <FrameForm
                content={content}
                crisis={crisis}
                isEditable={isEditable}
                isErratum={saved.edition > 1}
                onChange={change}
              />
            </details>
            {sectionKeys.map((section) => (
              <DeskSection
                key={section}
                section={section}
                heading={headings[section]}
                isIn={!content.leftOut.includes(section)}
                isEditable={isEditable}
                onSwitch={(isIn) =>
                  change((before) => ({
                    ...before,
                    leftOut: sectionKeys.filter((key) => (key === section ? !isIn : before.leftOut.includes(key))),
                  }))
                }
                automatic={automatic[section]}
              >
                {written[section]}
              </DeskSection>
            ))}
          </LiveFields>
        </div>
        <div
          className={`min-w-0 lg:sticky lg:top-0 lg:col-start-2 lg:row-start-2 lg:block lg:h-[calc(100vh-3.5rem)] lg:self-start lg:overflow-y-auto ${tab === 'write' ? 'hidden' : ''}`}
        >
          <div id="panel-preview" role="tabpanel" aria-label={t('tabs.preview')} hidden={sideTab !== 'preview'}>
            <PreviewPanel
              preview={preview}
              languages={content.languages}
              locale={shownLocale}
              onLocale={setLocale}
              openPages={openPages}
            />
          </div>
          <div id="panel-mend" role="tabpanel" aria-label={t('lint.title')} hidden={sideTab !== 'mend'}>
            <LintList lints={lints} nameOf={placeName} onJump={jump} />
          </div>
        </div>
      </div>
    </ProseDeskContext>
  )
}

const tSector =
  (t: ReturnType<typeof useTranslations<'sitrepDesk'>>) =>
  (part: 'needs' | 'response' | 'gaps'): string =>
    t(`sectors.${part}`)
