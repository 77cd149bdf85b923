import type { Strings } from './en.ts'

/** What is said of natural voices that are fetched for this machine, in German. */
export const packs: Strings['packs'] = {
  title: (languages) => `Natürliche Stimme, ${languages}`,
  once: (size) => `Einmal ${size}, danach ohne Netz.`,
  unverified: 'Noch nicht mit dem echten Modell geprüft.',
  licence: (name) => `Lizenz ${name}.`,
  download: 'Laden',
  smaller: (size) => `Kleiner: ${size}`,
  smallerNote: 'Braucht weniger Platz und Speicher, ist gleich schnell',
  progress: 'Download der natürlichen Stimme',
  done: (done, total) => `${done} von ${total}`,
  paused: (done, total) => `${done} von ${total} sind da.`,
  here: (size) => `Auf diesem Rechner, ${size}.`,
  damaged: 'Einige ihrer Dateien fehlen oder sind abgeschnitten.',
  pause: 'Anhalten',
  goOn: 'Weiter',
  again: 'Noch einmal versuchen',
  mend: 'Neu laden',
  tryIt: 'Anhören',
  stop: 'Stopp',
  remove: 'Entfernen',
  reallyRemove: (size) => `Die ${size} entfernen?`,
  keep: 'Behalten',
  offer: (languages, size) => `Natürliche Stimme, ${languages}: ${size}, dann offline.`,
  show: 'Ansehen',
}
