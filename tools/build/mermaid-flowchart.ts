import type { Plugin } from 'vite';

/**
 * What a flowchart needs of the parts mermaid loads on demand: the diagram, and elk, its layout (1.5 MB; dagre would do, but
 * lays the shards out in one thin row). All of mermaid is above 5 MB minified; Orrery draws flowcharts only,
 * so every other diagram and layout stays out of both builds.
 */
const KEPT = /^(flowDiagram|elk|sizeCapture)-/;
const ABSENT = '\0orrery:not-in-this-build';

export function mermaidFlowchartPlugin(): Plugin {
  return {
    name: 'orrery:mermaid-flowchart',
    enforce: 'pre',
    resolveDynamicImport(specifier, importer) {
      if (typeof specifier !== 'string' || !importer || !/node_modules\/mermaid\/dist\//.test(importer))
        return null;
      const part = specifier.slice(specifier.lastIndexOf('/') + 1);
      return KEPT.test(part) ? null : ABSENT;
    },
    load(id) {
      if (id !== ABSENT) return null;
      return "throw new Error('Orrery carries the flowchart part of mermaid only.'); export default null; export const diagram = null;";
    },
  };
}
