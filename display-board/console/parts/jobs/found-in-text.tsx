/* What the filter found, where it stands in what was written. */
import { Marked, type Mark } from '../desk/marked.tsx';

export const FoundInText = ({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) => <p className="found-in-text"><Marked text={text} marks={marks} /></p>;
