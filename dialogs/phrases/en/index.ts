export * from './alone.ts';
export * from './buttons.ts';
export * from './evidence.ts';
export * from './names.ts';
export * from './problem.ts';
export * from './steps.ts';
export * from './talk.ts';
export * from './ticket.ts';
