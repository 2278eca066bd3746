/** Every word that the assistant says of its own accord; facts come from the knowledge graph. A folder a language. */
export * from './phrases/en/index.ts';
