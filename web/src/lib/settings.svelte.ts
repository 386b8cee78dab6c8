// What a reader chose on this machine: light or dark, the name that judgements are signed with, marks in the reader.
type Theme = 'system' | 'light' | 'dark'

function kept(name: string, fallback: string): string {
  try {
    return localStorage.getItem(`sayso-${name}`) ?? fallback
  } catch {
    return fallback
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`sayso-${name}`, value)
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

class Settings {
  theme = $state<Theme>(kept('theme', 'system') as Theme)
  by = $state(kept('by', ''))
  marks = $state<string[]>(kept('marks', 'statement,boilerplate').split(',').filter(Boolean))

  nextTheme(): void {
    const order: Theme[] = ['system', 'light', 'dark']
    this.theme = order[(order.indexOf(this.theme) + 1) % order.length] ?? 'system'
    keep('theme', this.theme)
  }

  sign(name: string): void {
    this.by = name
    keep('by', name)
  }

  toggleMark(kind: string): void {
    this.marks = this.marks.includes(kind) ? this.marks.filter((one) => one !== kind) : [...this.marks, kind]
    keep('marks', this.marks.join(','))
  }
}

export const settings = new Settings()
