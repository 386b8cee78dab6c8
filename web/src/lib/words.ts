// Small things said in words.

/** "1 report", "1,200 reports". */
export function plural(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}

/** "12 KB". */
export function size(bytes: number): string {
  const steps = ['bytes', 'KB', 'MB', 'GB']
  let step = 0
  let left = bytes
  while (left >= 1000 && step < steps.length - 1) {
    left /= 1000
    step += 1
  }
  return `${step === 0 ? left : left.toFixed(left < 10 ? 1 : 0)} ${steps[step]}`
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** The direction in which a language is written. */
export function direction(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}
