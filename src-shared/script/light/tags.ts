/** Elements of HTML and SSML whose tags are formatting; others are somebody's words between angle brackets. */
export const tagNames = new Set(
  (
    'a abbr acronym address amazon:domain amazon:effect amazon:emotion amazon:auto-breaths article aside audio b bdi bdo ' +
    'big blockquote body br break button caption center cite code col dd del details dfn dialog div dl dt em emphasis ' +
    'figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i img input ins kbd label lang li ' +
    'link main mark mstts:express-as mstts:silence meta metadata nav ol option p paragraph phoneme picture pre prosody q ' +
    'rb rp rt ruby s samp say-as section select sentence small source span speak strike strong sub summary sup table ' +
    'tbody td template textarea tfoot th thead time title token tr tt u ul var video voice w wbr xml o:p'
  ).split(' '),
)

/** Tags that end a line. */
export const blockTags = new Set(
  (
    'address article aside blockquote body br center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p paragraph pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** Elements whose words are key words. */
export const emphasisTags = new Set(['b', 'strong', 'em', 'i', 'mark', 'emphasis', 'u'])

/** Elements that hold nothing to read. */
export const unreadElements = ['script', 'style', 'svg', 'noscript', 'math', 'head', 'iframe', 'object'] as const
