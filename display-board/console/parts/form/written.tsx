/* What people write, where they write it and where it is shown: counted as the hall counts it, and shown as plain text that wraps. */
import { Input } from 'antd';

/** The hall's own limit of a remark (`remarkTextSchema`), in code points. */
export const remarkMost = 500;

interface NoteBoxProps { readonly label: string; readonly value: string; readonly onChange: (text: string) => void; readonly most?: number; readonly rows?: number; readonly placeholder?: string }

export function NoteBox({ label, value, onChange, most = remarkMost, rows = 2, placeholder }: NoteBoxProps) {
  return (
    <Input.TextArea
      aria-label={label} value={value} rows={rows} placeholder={placeholder} onChange={(event) => { onChange(event.target.value); }}
      count={{ show: true, max: most, strategy: (text) => Array.from(text).length }}
    />
  );
}

/** A field left empty is not sent at all. */
export const orAbsent = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

export const Written = ({ text }: { readonly text: string }) => <p className="written">{text}</p>;
