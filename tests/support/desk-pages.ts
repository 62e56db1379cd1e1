import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Role } from '@/domain/workflow/actor'

const desk = ['contributor', 'reviewer', 'editor', 'administrator'] as const
const sitrepDesk = ['reviewer', 'editor', 'administrator'] as const
const contributor = ['contributor'] as const
const administrator = ['administrator'] as const

/*
 * Who is shown each page of the desk, written out by hand: a page without a row fails the test. Others are told which role it needs. What the pages
 * read and write has its own rows in the table of rights.
 */
export const deskPages: Record<string, readonly Role[] | 'signed-in'> = {
  '': 'signed-in',
  '/review': desk,
  '/audit': administrator,
  '/codelist': administrator,
  '/people': administrator,
  '/sources': administrator,
  '/crises': administrator,
  '/crises/[crisis]': desk,
  '/crises/[crisis]/settings': administrator,
  '/crises/[crisis]/sources': administrator,
  '/crises/[crisis]/places': administrator,
  '/crises/[crisis]/events': administrator,
  '/crises/[crisis]/enter': contributor,
  '/crises/[crisis]/enter/figure': contributor,
  '/crises/[crisis]/enter/table': contributor,
  '/crises/[crisis]/enter/[document]': contributor,
  '/crises/[crisis]/enter/[document]?mend=[figure]': ['contributor', 'reviewer'],
  '/crises/[crisis]/figures/[id]': desk,
  '/crises/[crisis]/notes/[id]': desk,
  '/crises/[crisis]/disputes/[id]': desk,
  '/crises/[crisis]/sitreps': sitrepDesk,
  '/crises/[crisis]/sending': administrator,
  '/sitreps': sitrepDesk,
  '/sitreps/[id]': sitrepDesk,
}

/*
 * Who is shown each page outside the desk. What a page holds of the ledger is what its reader may see: that has its own rows in the table of rights.
 */
export const publicPages: Record<string, 'everybody' | 'signed-in'> = {
  '/': 'everybody',
  '/account': 'signed-in',
  '/sign-in': 'everybody',
  '/reset-password': 'everybody',
  '/reset-password/[token]': 'everybody',
  '/invitations/[token]': 'everybody',
  '/verify': 'everybody',
  '/figures/[id]': 'everybody',
  '/crises/[crisis]': 'everybody',
  '/crises/[crisis]/figures': 'everybody',
  '/crises/[crisis]/figures/[id]': 'everybody',
  '/crises/[crisis]/documents/[id]': 'everybody',
  '/crises/[crisis]/displacement': 'everybody',
  '/crises/[crisis]/ombudsman': 'everybody',
  '/crises/[crisis]/sources': 'everybody',
  '/crises/[crisis]/corrections': 'everybody',
  '/crises/[crisis]/methodology': 'everybody',
  '/crises/[crisis]/sitreps': 'everybody',
  '/crises/[crisis]/sitreps/[number]': 'everybody',
  '/subscriptions/confirm/[token]': 'everybody',
  '/subscriptions/confirmed': 'everybody',
  '/subscriptions/end/[token]': 'everybody',
  '/subscriptions/ended': 'everybody',
}

/** The addresses of the pages there are, below `/admin`, as their folders spell them. */
export const deskPageFolders = (): string[] => pageFolders('app/admin')

/** Those of all other pages; a folder in parentheses is no part of an address. */
export const publicPageFolders = (): string[] =>
  pageFolders('app')
    .filter((folder) => !/^\/admin(\/|$)/.test(folder))
    .map((folder) => folder.replaceAll(/\/\([^)]+\)/g, '') || '/')

function pageFolders(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'page.tsx')
    .map((file) => path.dirname(file).split(path.sep).join('/'))
    .map((folder) => (folder === '.' ? '' : `/${folder}`))
}
