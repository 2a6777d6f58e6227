import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const SERVER = process.env['NGORDER_URL'] ?? 'http://127.0.0.1:3000';
const STYLES = dirname(createRequire(import.meta.url).resolve('@mantine/core/styles/global.css'));

/**
 * Each component of Mantine brings its own style sheet, where it is used: all of them are 37 kB compressed, those of the first page
 * 15. A component's comes after those of the components that it is made of.
 */
function stylesOfComponents(): Plugin {
  return {
    name: 'styles-of-components',
    transform(code, id) {
      const [, component] = /@mantine\/core\/esm\/(?:components|utils)\/.*\/(\w+)\.mjs$/.exec(id) ?? [];
      if (component === undefined || !existsSync(join(STYLES, `${component}.css`))) return undefined;
      return { code: `${code}\nimport '@mantine/core/styles/${component}.css';`, map: null };
    },
  };
}

/** What every page needs: in one file it compresses better than in the many that rooms would have in common. */
const FIRST =
  /node_modules\/(react|react-dom|scheduler|react-remove-scroll|react-transition-group|@floating-ui|@tanstack\/(router-core|react-router|history|query-core|react-query|store|react-store))\/|@mantine\/(notifications|store|hooks)\/|@mantine\/core\/esm\/(core|components\/(AppShell|Menu|ModalBase|Modal|Drawer|Popover|ScrollArea|Input|Transition|ActionIcon|Button|NavLink|Group|Stack|Text|Title|Paper|Loader|Alert|Overlay|Portal|FocusTrap|CloseButton|UnstyledButton|Indicator|Kbd|Center|Container|Notification|Collapse))\//;

export default defineConfig({
  plugins: [react(), stylesOfComponents()],
  resolve: { conditions: ['ngorder-source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2022',
    outDir: 'dist',
    assetsDir: 'dashboard',
    // Nothing is in a page or a style sheet as data: the policy of the page allows no such script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800,
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', test: FIRST }] } } },
  },
  // While developing: the server runs beside it.
  server: { proxy: { '/api': SERVER, '/files': SERVER, '/assets': SERVER } },
});
