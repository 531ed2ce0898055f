import type { Line } from './messages';
import { serve } from './workerServer';

serve(self as unknown as Line);
