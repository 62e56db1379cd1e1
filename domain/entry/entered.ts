import type { Citation, Dispute, Figure } from '@/domain/figure/figure'
import type { Note } from '@/domain/note/note'

/** What became of the newest version, and, where it was returned, the words of who returned it and the field they are about. */
export interface EntryState {
  state: Figure['state']
  comment: string | null
  field: string | null
}

/** What was entered from a document, the newest version of each, whether it stands, waits or was returned; oldest first. */
export interface EnteredFromDocument {
  figures: (Figure & EntryState)[]
  notes: (EntryState & Pick<Note, 'id' | 'version' | 'kind' | 'text'> & Quoted)[]
  disputes: (EntryState & Pick<Dispute, 'id' | 'version' | 'figure' | 'aspect' | 'words'> & { by: string } & Quoted)[]
}

interface Quoted {
  quote: string
  position: Citation['position']
}
