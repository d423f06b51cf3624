/* Whether the city has a map of its own, and the approval number without which it is not shown. */
import { useEffect, useState } from 'react';

/** Undefined while nobody knows, and where there is none: then the schematic stands alone. */
export function useCityMap(): string | undefined {
  const [approval, setApproval] = useState<string>();
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      const response = await fetch('/api/map');
      const told: unknown = response.ok ? await response.json() : undefined;
      const found = typeof told === 'object' && told !== null && 'approval' in told ? told.approval : undefined;
      if (!gone && typeof found === 'string' && found !== '') setApproval(found);
    };
    // Without an answer the schematic stays.
    ask().catch(() => undefined);
    return () => { gone = true; };
  }, []);
  return approval;
}
