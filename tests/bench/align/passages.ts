/** Texts of the aligner's benchmark, one speech request each. Written for it; every second one was held out from tuning. */
export const english: readonly string[] = [
  `Dr. Alan Whitfield opened the old observatory in 1871. He paid $2.5 million for the land, e.g. the hill, the road and two barns. "Nobody believed him," his daughter wrote. By 3:45 a.m. the first photograph was dry.`,
  `The ferry to Kirkwall leaves at noon, unless the wind is over 40 miles an hour. Passengers wait in a low, grey building with a leaking roof. Children press their faces against the glass. Nobody complains; the tea is free.`,
  `AI systems learn patterns from examples. They don't follow rules that people wrote by hand. Instead, a model adjusts millions of numbers, step by step, until its guesses improve. That sounds simple, doesn't it?`,
  `In March 2019, the city of Lisbon counted 14,302 bicycles on one bridge. A year later the figure was 21,877. Why did it grow so quickly? New lanes, cheaper repairs, and a very dry spring.`,
  `Honey never spoils. Archaeologists have found jars in tombs that were over 3,000 years old. The sugar pulls water out of anything that tries to live in it, so bacteria simply dry up.`,
  `Ms. Ortega's shop sells maps: road maps, sea maps, maps of imaginary islands. The cheapest costs $4.99; the dearest, a chart from 1688, costs £12,000. She hasn't sold that one yet.`,
  `Water boils at 100 degrees at sea level. Climb to the top of Mount Everest and it boils at about 68 degrees instead. Your pasta will take far longer, and your coffee will taste flat.`,
  `"Stop!" shouted the captain. The engine coughed twice and fell silent. For a moment there was only the sound of rain on canvas. Then, very slowly, the boat began to turn.`,
  `The U.S. team finished 3rd, behind Kenya and Norway. Their coach, Peter O'Brien, blamed the heat. It was 36 degrees in the shade at 2 p.m., and there was no shade.`,
  `Photosynthesis turns light, water and carbon dioxide into sugar. Roughly 50% of the oxygen you breathe comes from the sea. Most of that is made by creatures too small to see.`,
  `My grandmother kept bees behind the chapel in Aberystwyth. She talked to them every evening, quietly, in Welsh. When she died, somebody had to tell the bees. I drew the short straw.`,
  `A good password is long rather than strange. Four random words beat eight random symbols. Write it on paper if you must, but don't stick it to the screen. Change it only when you have a reason to.`,
  `Trains in Japan are famously punctual. In 2017, one company apologised because a train had left 20 seconds early. No passenger had missed it. Still, the company promised to review its procedures.`,
  `Let's look at three steps. First, open the settings page and choose a voice. Second, paste your script, or drop a file onto the window. Third, press Create and wait about two minutes.`,
  `Mr. Yamamoto retired on Jan. 5th after 41 years at the post office. He had walked an estimated 180,000 kilometres. Asked about his feet, he laughed. "They still have opinions," he said.`,
  `The recipe is short. Whisk 3 eggs with 250 grams of sugar. Fold in the flour, the lemon zest and a pinch of salt. Bake for 35 minutes at 180 degrees, then leave it alone until it is cool.`,
  `Volcanoes are not evenly spread. About 75% of them sit around the Pacific, on a belt called the Ring of Fire. Iceland has roughly 130, of which thirty or so are active. Hawaii's Kilauea erupted almost without a break from 1983 to 2018.`,
  `What is a byte? It is eight bits, each of them a 0 or a 1. With eight bits you can count from 0 to 255. Everything on your phone, from songs to maps, is built out of them.`,
  `Sleep matters more than most of us admit. After 17 hours awake, your reactions are as slow as if you had drunk two beers. Still, we brag about it. Go to bed.`,
  `The museum's newest object is also its smallest: a grain of rice with 216 words painted on it. The artist, Nadia Rahman, used a brush made of a single hair. It took her five weeks. She says she'd do it again, but not this year.`,
]

export const german: readonly string[] = [
  `Honig verdirbt nie. In alten Gräbern fand man Krüge, die über dreitausend Jahre alt waren. Der Zucker entzieht allem, was darin leben will, das Wasser, und die Bakterien trocknen einfach aus.`,
  `Die Fähre nach Helgoland fährt um zwölf Uhr ab, wenn der Wind nicht zu stark ist. Die Fahrgäste warten in einem niedrigen, grauen Gebäude. Kinder drücken ihre Nasen an die Scheibe. Niemand beschwert sich, denn der Tee ist umsonst.`,
  `Im März 2019 zählte die Stadt Lissabon 14.302 Fahrräder auf einer einzigen Brücke. Ein Jahr später waren es 21.877. Warum ging das so schnell? Neue Wege, günstige Werkstätten und ein sehr trockenes Frühjahr.`,
  `Ein gutes Passwort ist eher lang als seltsam. Vier zufällige Wörter sind besser als acht zufällige Zeichen. Schreiben Sie es ruhig auf, aber kleben Sie es nicht an den Bildschirm.`,
  `Meine Großmutter hielt Bienen hinter der Kapelle. Sie sprach jeden Abend mit ihnen, leise und auf Plattdeutsch. Als sie starb, musste es jemand den Bienen sagen. Ich zog den Kürzeren.`,
  `Wasser kocht auf Meereshöhe bei 100 Grad. Auf dem Gipfel des Mount Everest kocht es schon bei etwa 68 Grad. Ihre Nudeln brauchen dort viel länger, und der Kaffee schmeckt nach nichts.`,
  `Schauen wir uns drei Schritte an. Zuerst öffnen Sie die Einstellungen und wählen eine Stimme. Dann fügen Sie Ihren Text ein. Zum Schluss drücken Sie auf Erstellen und warten ungefähr zwei Minuten.`,
  `Das Rezept ist kurz. Schlagen Sie 3 Eier mit 250 Gramm Zucker schaumig. Heben Sie das Mehl, die Zitronenschale und eine Prise Salz unter. Backen Sie alles 35 Minuten bei 180 Grad.`,
  `Die Geschwindigkeitsbegrenzung auf der Landstraße gilt seit dem Frühling. Die Anwohner hatten jahrelang dafür gekämpft, die Verkehrsgesellschaft dagegen. Am Ende entschied eine einzige Stimme.`,
  `Schlaf ist wichtiger, als die meisten von uns zugeben. Nach siebzehn Stunden ohne Pause reagiert man so langsam, als hätte man zwei Bier getrunken. Trotzdem geben wir damit an. Gehen Sie ins Bett.`,
  `Herr Schneider ging nach 41 Jahren bei der Post in den Ruhestand. Er war geschätzt 180.000 Kilometer gelaufen. Nach seinen Füßen gefragt, lachte er. Sie haben immer noch eine Meinung, sagte er.`,
  `Vulkane sind nicht gleichmäßig verteilt. Etwa 75 Prozent liegen rund um den Pazifik, auf einem Gürtel namens Feuerring. Island hat ungefähr 130 davon, von denen gut dreißig tätig sind.`,
  `Was ist ein Byte? Acht Bits, jedes davon eine Null oder eine Eins. Mit acht Bits kann man von 0 bis 255 zählen. Alles auf Ihrem Telefon, von Liedern bis zu Landkarten, besteht daraus.`,
  `Das neueste Stück des Museums ist zugleich sein kleinstes: ein Reiskorn, auf das 216 Wörter gemalt sind. Die Künstlerin benutzte einen Pinsel aus einem einzigen Haar. Sie brauchte fünf Wochen.`,
  `Künstliche Intelligenz lernt Muster aus Beispielen. Sie befolgt keine Regeln, die Menschen von Hand geschrieben haben. Stattdessen verändert ein Modell Millionen von Zahlen, Schritt für Schritt, bis seine Vermutungen besser werden.`,
  `Züge in Japan sind berühmt für ihre Pünktlichkeit. Im Jahr 2017 entschuldigte sich eine Gesellschaft, weil ein Zug 20 Sekunden zu früh abgefahren war. Kein Fahrgast hatte ihn verpasst.`,
]

export const spanish: readonly string[] = [
  `La miel no se echa a perder nunca. En tumbas antiguas se han encontrado tarros de más de tres mil años. El azúcar quita el agua a todo lo que intenta vivir en ella, y las bacterias simplemente se secan.`,
  `El barco a la isla sale a mediodía, si el viento no es demasiado fuerte. Los pasajeros esperan en un edificio bajo y gris. Los niños aprietan la cara contra el cristal. Nadie se queja, porque el té es gratis.`,
  `En marzo de 2019 la ciudad de Lisboa contó 14.302 bicicletas en un solo puente. Un año después eran 21.877. ¿Por qué creció tan rápido? Carriles nuevos, talleres baratos y una primavera muy seca.`,
  `Una buena contraseña es más larga que extraña. Cuatro palabras al azar valen más que ocho símbolos al azar. Escríbala en un papel si hace falta, pero no la pegue en la pantalla.`,
  `Mi abuela tenía abejas detrás de la capilla. Les hablaba cada tarde, en voz baja y en gallego. Cuando murió, alguien tuvo que decírselo a las abejas. Me tocó a mí.`,
  `El agua hierve a 100 grados al nivel del mar. En la cima del Everest hierve a unos 68 grados. La pasta tardará mucho más y el café no sabrá a nada.`,
  `Veamos tres pasos. Primero, abra la página de ajustes y elija una voz. Segundo, pegue su texto en la ventana. Tercero, pulse Crear y espere unos dos minutos.`,
  `La receta es corta. Bata 3 huevos con 250 gramos de azúcar. Añada la harina, la ralladura de limón y una pizca de sal. Hornee durante 35 minutos a 180 grados.`,
  `El señor Yáñez se jubiló después de 41 años en correos. Había caminado unos 180.000 kilómetros. Cuando le preguntaron por sus pies, se rio. Todavía tienen sus opiniones, dijo.`,
  `Los volcanes no están repartidos por igual. Cerca del 75 por ciento rodea el Pacífico, en un cinturón llamado Anillo de Fuego. Islandia tiene unos 130, de los cuales unos treinta están activos.`,
  `Dormir importa más de lo que casi todos admitimos. Tras diecisiete horas sin descanso, uno reacciona tan despacio como si hubiera bebido dos cervezas. Aun así presumimos de ello. Váyase a la cama.`,
  `La inteligencia artificial aprende patrones a partir de ejemplos. No sigue reglas escritas a mano. Un modelo ajusta millones de números, paso a paso, hasta que sus conjeturas mejoran.`,
]

/** `{written|reading|reading…}`: what the script shows, and ways to read it that the reference voice does not take. */
export const otherReadings: readonly string[] = [
  `The city of Lisbon was rebuilt in {1755|one thousand seven hundred fifty five|seventeen hundred and fifty five} after the great earthquake.`,
  `By {2019|two thousand nineteen|two thousand and nineteen|two zero one nine} the number of bicycles had doubled again.`,
  `They counted {14,302|fourteen thousand three hundred and two|one four three zero two} bicycles on the old bridge.`,
  `The land cost {$2.5|two and a half|dollars two point five|two point five} {million,|million,|million,|million dollars,} which was a scandal then.`,
  `Tickets are {$4.99|four ninety nine|four dollars and ninety nine cents|four point nine nine dollars} at the door and cheaper online.`,
  `A rare chart was sold for {£12,000|pounds twelve thousand|twelve thousand|twelve grand} to a quiet man in a hat.`,
  `The meeting starts at {3:45|a quarter to four|three forty five|fifteen to four} in the large room upstairs.`,
  `Her flight leaves at {14:30|half past two|two thirty p m|fourteen thirty hours} from the small airport.`,
  `He retired on {Jan.|January|Jan} {5th|fifth|the fifth|five} after many years at the post office.`,
  `The report is due on {2024-03-05|the fifth of March twenty twenty four|two thousand twenty four oh three oh five|March fifth two thousand twenty four} and nobody has begun.`,
  `Please call {555-0199|five five five oh one nine nine|triple five zero one double nine|five hundred fifty five oh one ninety nine} before the office closes.`,
  `Roughly {50%|half|fifty per cent|fifty percent} of the oxygen you breathe comes from the sea.`,
  `Sales grew by {3.5%|three and a half percent|three point five per cent} in the second quarter of the year.`,
  `Room {101|one oh one|one hundred and one|one zero one} is at the end of the corridor on your left.`,
  `The recipe needs {1/2|half|a half|one over two} a cup of sugar and a pinch of salt.`,
  `It was {36°C|thirty six degrees|thirty six centigrade|thirty six degrees Celsius} in the shade and there was no shade.`,
  `Version {2.0|two|two point oh|two point zero} fixes the problem that many people wrote about.`,
  `She lives at {1600|sixteen hundred|one thousand six hundred|one six zero zero} Garden Street with two old cats.`,
  `The {1990s|nineteen nineties|nineties} were a strange time for music and for trousers.`,
  `The engine makes {120|a hundred and twenty|one hundred twenty|one twenty} turns before it stops again.`,
  `We need {10-15|ten to fifteen|between ten and fifteen|ten or fifteen} volunteers for the garden on Saturday.`,
  `The distance is {5km|five kilometres|five k|five clicks} along the river and then up the hill.`,
  `The {3rd|third} of {1,000,000|a million|one million|one zero zero zero zero zero zero} visitors received a paper crown.`,
  `Our {CEO|chief executive officer|C E O} said that {AI|artificial intelligence|A I} would write the letters.`,
  `The wind was over {40|forty|four zero} {mph|miles an hour|M P H|miles per hour} and the ferry stayed in the harbour.`,
  `Only {#1|number one|hash one|the first} counts in this town, {e.g.|for example|for instance} in the annual race.`,
]

/** Languages without a respelling of their own, and how they fare without one. */
export const others: Readonly<Record<string, readonly string[]>> = {
  fr: [
    `Le miel ne se gâte jamais. On a trouvé dans des tombes anciennes des pots de plus de trois mille ans. Le sucre retire l'eau à tout ce qui veut y vivre, et les bactéries se dessèchent.`,
    `Ma grand-mère élevait des abeilles derrière la chapelle. Elle leur parlait chaque soir, à voix basse. Quand elle est morte, il a fallu que quelqu'un le dise aux abeilles.`,
    `Voyons trois étapes. D'abord, ouvrez la page des réglages et choisissez une voix. Ensuite, collez votre texte. Enfin, appuyez sur Créer et attendez environ deux minutes.`,
  ],
  it: [
    `Il miele non va mai a male. Nelle tombe antiche si sono trovati vasi di oltre tremila anni. Lo zucchero toglie l'acqua a tutto ciò che vuole viverci, e i batteri si seccano.`,
    `Mia nonna teneva le api dietro la cappella. Parlava con loro ogni sera, a bassa voce. Quando morì, qualcuno dovette dirlo alle api. Toccò a me.`,
    `Vediamo tre passi. Primo, aprite la pagina delle impostazioni e scegliete una voce. Secondo, incollate il testo. Terzo, premete Crea e aspettate circa due minuti.`,
  ],
  pt: [
    `O mel nunca se estraga. Em túmulos antigos encontraram-se potes com mais de três mil anos. O açúcar tira a água de tudo o que tenta viver nele, e as bactérias secam.`,
    `A minha avó tinha abelhas atrás da capela. Falava com elas todas as noites, em voz baixa. Quando morreu, alguém teve de o dizer às abelhas.`,
  ],
  ru: [
    `Мёд никогда не портится. В древних гробницах нашли кувшины, которым больше трёх тысяч лет. Сахар отнимает воду у всего, что хочет в нём жить, и бактерии просто высыхают.`,
    `Моя бабушка держала пчёл за часовней. Она говорила с ними каждый вечер, тихо и ласково. Когда она умерла, кто-то должен был сказать об этом пчёлам.`,
  ],
}
