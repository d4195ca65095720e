/** The words of a file, by the parts people know it by. */
export interface FilePart {
  /** Missing where a file has one part only. */
  where?: string;
  text: string;
}
export interface FileParts {
  parts: FilePart[];
  /** What is hidden from whoever opens the file, in Chinese. */
  hidden: string[];
}
