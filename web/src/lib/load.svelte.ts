// Data of a page: asked for again when what it was asked by changes, or when the case does.
import { ApiError } from './api'
import { live } from './live.svelte'

export class Load<T> {
  data = $state.raw<T | undefined>()
  error = $state.raw<ApiError | undefined>()
  busy = $state(true)

  /** Call while a component is set up; `ask` is run again whenever state that it reads changes. */
  constructor(ask: (signal: AbortSignal) => Promise<T>) {
    $effect(() => {
      void live.revision
      const control = new AbortController()
      this.busy = true
      ask(control.signal).then(
        (data) => this.#done(control.signal, data, undefined),
        (error: unknown) => this.#done(control.signal, undefined, error),
      )
      return () => control.abort()
    })
  }

  #done(signal: AbortSignal, data: T | undefined, error: unknown): void {
    if (signal.aborted) return
    this.busy = false
    this.error = error === undefined ? undefined : error instanceof ApiError ? error : new ApiError(0, String(error))
    if (data !== undefined) this.data = data
  }
}
