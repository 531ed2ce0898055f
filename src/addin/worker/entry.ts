import type { Line } from './messages';
import { serve } from './serve';

serve(self as unknown as Line);
