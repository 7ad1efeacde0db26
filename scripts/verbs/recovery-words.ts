/** How a new recovery key is shown, once. */
export const recoveryWords = (key: string): string =>
  `Recovery key. It is shown this once and kept nowhere:

    ${key}

Write it on paper, twice, and keep the two apart from this machine. Without it no backup can be opened.`;
