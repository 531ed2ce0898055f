import type { MessageChannelEnd } from './messages';
import { serve } from './workerServer';

serve(self as unknown as MessageChannelEnd);
