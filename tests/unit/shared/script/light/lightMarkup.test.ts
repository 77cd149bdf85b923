import { expect, test } from 'vitest'
import { parseScript } from '#shared/script/parseScript.ts'

const texts = (script: string) => parseScript(script).segments.map(({ text }) => text)
const emphasised = (script: string) =>
  parseScript(script).segments.flatMap(({ text, marks = [] }) =>
    marks.map((mark) => ('to' in mark ? text.split(/\s+/).slice(mark.at, mark.to).join(' ') : mark.kind)),
  )

test('what a language model answers is read without its formatting', () => {
  const script = `# Five *small* habits

Hey, **welcome back**! Read [the full guide](https://example.com/guide?id=7#top) first.

- Drink water
- [x] Sleep 8h

> Quote of the day.
`
  expect(texts(script)).toEqual([
    'Five small habits\n\nHey, welcome back! Read the full guide first.\n\nDrink water\n\nSleep 8h\n\nQuote of the day.',
  ])
  expect(emphasised(script)).toEqual(['small', 'welcome back!'])
  expect(parseScript(script).notes).toEqual([])
})

test('entities and tags are read as what they stand for', () => {
  expect(texts('Tom &amp; Jerry&#39;s best day &mdash; it&rsquo;s great.<br>New line&nbsp;here.')).toEqual([
    "Tom & Jerry's best day — it’s great. New line\u00a0here.",
  ])
  expect(
    texts('<p>One &amp;amp; two &#151; &#x1F600;</p><p>&lt;b&gt;Three&lt;/b&gt;</p><script>x()</script><!-- y -->'),
  ).toEqual(['One & two — 😀\n\nThree'])
  expect(texts('<speak><p><s>One</s></p> <prosody rate="slow">two</prosody></speak>')).toEqual(['One two'])
  expect(parseScript('A <sub alias="world wide web">WWW</sub> b').segments[0]).toEqual({
    index: 1,
    text: 'A WWW b',
    marks: [{ kind: 'say', at: 1, to: 2, as: 'world wide web' }],
  })
})

test('a text that was encoded twice', () => {
  expect(texts('Hello there.\\n\\n— pause —\\n\\nBye now.')).toEqual(['Hello there.', 'Bye now.'])
  expect(texts('It\\u2019s here.\\n- One\\n- Two\\r\\n\\r\\nHe said \\"go\\".\\tNow \\ud83d\\ude00')).toEqual([
    'It’s here.\n\nOne\n\nTwo\n\nHe said "go". Now 😀',
  ])
})

test('what content systems and feeds put around words is no text', () => {
  const post =
    '<!-- wp:paragraph -->\n<p>It&#8217;s <b>3</b>&nbsp;a.m. &#8211; go.</p>\n<!-- /wp:paragraph -->\n' +
    '<figure class="wp-block-image"><img src="a.jpg"/><figcaption>A man. Photo: Getty</figcaption></figure>\n' +
    '[caption id="a_1" width="300"]<img src="b.jpg"/> A clock[/caption]\n[embed width="9"]Watch it[/embed]'
  expect(texts(post)).toEqual(['It’s 3\u00a0a.m. – go.\n\nWatch it'])
  expect(parseScript(post).notes).toEqual([
    { code: 'LEFT_OUT', facts: { what: [{ code: 'PICTURES', facts: { count: 2 } }] } },
  ])
  expect(texts('<![CDATA[<p>Apple&#8217;s phone.</p>]]>')).toEqual(['Apple’s phone.'])
  expect(texts('[b]Bold[/b] and [url=http://x.y]a link[/url].')).toEqual(['Bold and a link.'])
  expect(texts('<speak><p><s>One.</s><s>Two.</s></p></speak>')).toEqual(['One. Two.'])
})

test('tags that a chat program makes up count where they are closed or stand alone on their lines', () => {
  expect(texts('<narration>Hello.</narration>\n<visual>A cup</visual>\n<narration>Bye.</narration>')).toEqual([
    'Hello.\n\nBye.',
  ])
  expect(texts('<script>\nHello there.\n</script>')).toEqual(['Hello there.'])
  expect(texts('<voice_text>\nHello.\n\n— pause —\n\nBye.\n</voice_text>')).toEqual(['Hello.', 'Bye.'])
  expect(texts('<think>\nThey want <b>more</b>.\n</think>\n\nBees count.')).toEqual(['Bees count.'])
  expect(
    texts('<script><scene id="1"><visual>bee</visual><narration>Bees count.</narration></scene></script>'),
  ).toEqual(['Bees count.'])
  expect(texts('A List<String> and <x> stay.')).toEqual(['A List<String> and <x> stay.'])
})

test('sources, comments and signs of chat programs behind a sentence are no text', () => {
  expect(
    texts(
      'It never spoils[1][2]. So 【4†source】 there :contentReference[oaicite:0]{index=0}.\n\n[1] https://a.b\n[2]: https://c.d',
    ),
  ).toEqual(['It never spoils. So there.'])
  const commented = parseScript('The hook[a] is great.[b]\n\n[a]Can we shorten this?\n[b]Agreed')
  expect(commented.segments).toEqual([{ index: 1, text: 'The hook is great.' }])
  expect(commented.notes).toEqual([{ code: 'LEFT_OUT', facts: { what: [{ code: 'FOOTNOTES', facts: { count: 2 } }] } }])
  expect(texts('a[i] and b[j] stay')).toEqual(['a[i] and b[j] stay'])
})

test('line ends of every kind end lines, and colours of a terminal are no text', () => {
  expect(texts('HOOK\vYou sleep wrong.\u2028BODY:\fCold.\u0085CTA\u2029Go.')).toEqual([
    'You sleep wrong.\n\nCold.\n\nGo.',
  ])
  expect(texts('A \u001b[31mred\u001b[0m word')).toEqual(['A red word'])
})

test('lists of other signs than bullets are paragraphs, and keep their signs', () => {
  expect(texts('Top:\n1️⃣ Buy low\n2️⃣ Sell high\n✅ Check\n❌ Cross\n→ Arrow\n(1) One\na. First')).toEqual([
    'Top:\n\n1️⃣ Buy low\n\n2️⃣ Sell high\n\n✅ Check\n\n❌ Cross\n\n→ Arrow\n\n(1) One\n\na. First',
  ])
  expect(texts('It was his\n– and her\nway.')).toEqual(['It was his – and her way.'])
})

test('highlighted words are key words, and places in a grid no links', () => {
  expect(emphasised('So ==two words== count.')).toEqual(['two words'])
  expect(texts('a == b, a != b, grid[i][j] and [a link][1].')).toEqual(['a == b, a != b, grid[i][j] and a link.'])
})

test.each([
  'C# and C++, #hashtag, 5 > 3, a < b, x <y> z, <3, AT&T, R&D, & so on, :), $5, 100% *',
  'It is 2*3*4 or 5 * 3 * 2, snake_case, f***ing s**t, **kwargs and Price* only.',
  'A [sic] and a [citation needed] and array[0] stay.',
  'In C:\\new\\table and \\\\server\\name, AC\\DC.',
  '1. First',
  'See https://example.com/a_b_c#top now.',
  'x³ + y² = ½, Brand™, ①',
  'The “quote” — and the dash.',
])('stays as it is: %s', (script) => {
  expect(parseScript(script)).toEqual({ segments: [{ index: 1, text: script }], notes: [] })
})

test.each([
  ['A *b* **c d** ***e*** _f_ __g__ ~~h~~ `i*j*` k', 'A b c d e f g h i*j* k', ['b', 'c d', 'e', 'f', 'g']],
  ['**Now:**go and **API**s', 'Now:go and APIs', ['Now:go', 'APIs']],
  ['これは**強調**です。', 'これは強調です。', ['これは強調です。']],
  ['<b>A</b> b <em>c</em> <strong>d</strong> <mark>e</mark>', 'A b c d e', ['A', 'c', 'd', 'e']],
  ['A *b **c** d* e', 'A b c d e', ['b c d']],
])('emphasis: %s', (script, text, words) => {
  expect(texts(script)).toEqual([text])
  expect(emphasised(script)).toEqual(words)
})

test('line breaks of Markdown', () => {
  expect(texts('One  \ntwo\\\nthree')).toEqual(['One two three'])
})

test('the halves of emphasis that a marker cut in two', () => {
  expect(texts('**Thirteen — pause — fourteen.**')).toEqual(['Thirteen', 'fourteen.'])
})

test('what has no words to read is told once', () => {
  const script = `A ![x](a.png) b ![y](b.png).

| a | b |
|---|---|
| 1 | 2 |

\`\`\`bash
npm install
\`\`\`

End.[^1]

[^1]: Someone said so.`
  expect(texts(script)).toEqual(['A b.\n\nEnd.'])
  expect(parseScript(script).notes).toEqual([
    {
      code: 'LEFT_OUT',
      facts: {
        what: [
          { code: 'ONE_CODE_BLOCK', facts: {} },
          { code: 'ONE_TABLE', facts: {} },
          { code: 'PICTURES', facts: { count: 2 } },
          { code: 'ONE_FOOTNOTE', facts: {} },
        ],
      },
    },
  ])
})

test('a fence around it all, rules, and lines under titles vanish', () => {
  expect(texts('```\nHello **there**.\n\n— pause —\n\nBye.\n```')).toEqual(['Hello there.', 'Bye.'])
  expect(texts('Title\n=====\n\nOne\n\n---\n\nTwo\n\n* * *\n\nThree')).toEqual(['Title\n\nOne\n\nTwo\n\nThree'])
})

test('where nothing would be left, less is taken as formatting', () => {
  expect(texts('```js\nlet a\n```')).toHaveLength(1)
  expect(texts('[SFX: whoosh]\n[Music fades]')).toEqual(['[SFX: whoosh] [Music fades]'])
})
