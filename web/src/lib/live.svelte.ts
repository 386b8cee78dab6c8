// What goes on while pages are open: builds and judgements made elsewhere, told by the server.
import { get, type Schemas } from './api'

/** What an event tells; `revision` changes whenever what follows from the case does. */
interface Progress {
  revision: string
  documents: number
  read: number
}

class Live {
  revision = $state('')
  documents = $state(0)
  read = $state(0)
  connected = $state(true)
  case = $state.raw<Schemas['CaseView'] | undefined>()

  /** Whether documents are being read now, or were left unread. */
  get reading(): boolean {
    return this.read < this.documents
  }

  listen(): () => void {
    const source = new EventSource('/api/events')
    source.addEventListener('progress', (event) => {
      const told = JSON.parse(event.data) as Progress
      this.connected = true
      this.documents = told.documents
      this.read = told.read
      if (told.revision !== this.revision) this.revision = told.revision
    })
    source.onerror = () => (this.connected = false)
    return () => source.close()
  }

  async refresh(): Promise<void> {
    this.case = await get('/api/case')
  }
}

export const live = new Live()
