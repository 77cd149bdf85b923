/**
 * Words that are not to be read as marks or markup, as they have to stand in a script: with a backslash before every
 * sign that would be one.
 */
export function literal(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])|[*`[\]<]|&(?=#?\w{1,31};)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^([ \t]*)([-+>#~|])/gm, '$1\\$2')
    .replace(/^([ \t]*\d+)([.)])(?=\s)/gm, '$1\\$2')
}
