import type { Language } from '#shared/settings.ts'

/** A script to try things with. */
export const sampleScript: Record<Language, string> = {
  en: `The sea covers most of our planet, and we have seen very little of it. Here are three things that few people know.

— pause —

First, most of its mountains are under water. The longest range on Earth runs along the sea floor for 65,000 kilometres.

— pause —

Second, it makes the air we breathe. Tiny plants near the surface give us about half of all oxygen.

— pause —

And third, sound travels far down there. Some whales may hear each other across a whole ocean.`,
  de: `Das Meer bedeckt den größten Teil der Erde, und wir haben sehr wenig davon gesehen. Drei Dinge, die kaum jemand weiß.

— pause —

Erstens: Die meisten Gebirge liegen unter Wasser. Die längste Kette der Erde zieht sich 65.000 Kilometer über den Meeresboden.

— pause —

Zweitens: Aus dem Meer kommt unsere Luft. Winzige Pflanzen nahe der Oberfläche liefern etwa die Hälfte des Sauerstoffs.

— pause —

Und drittens: Töne reichen dort unten weit. Manche Wale hören einander vielleicht über einen ganzen Ozean.`,
}
