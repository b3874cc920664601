import { expose } from 'comlink';
import { WorkerSide } from './worker-side';

expose(new WorkerSide());
