/** Debian's Chromium; `CHROMIUM_PATH` names another. */
export const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
