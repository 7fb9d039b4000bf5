/** A file of the case as the server gives it. */
export interface FileAnswer {
  readonly file: string;
  readonly text: string;
  /** Names what was read: an edit says on what it rests. */
  readonly hash: string;
}

/** Where a file of the case is read and written. */
export function pathOf(file: string): string {
  return `/api/files/${file.split("/").map(encodeURIComponent).join("/")}`;
}
