import type { Platform } from './issues-table.ts';

export interface FrameWords {
  readonly filename: string;
  readonly function: string;
  readonly module: string | null;
  readonly package?: string;
  readonly source: readonly string[];
}

/** The source line of a frame; `entries.ts` starts with the line before it. */
export function lineOfSource({ source }: FrameWords): string | undefined {
  return source[1];
}

/** An exception of each platform: outermost frame first, as in Sentry. */
export const STACKS: Record<
  Platform,
  { readonly sdk: string; readonly frames: readonly FrameWords[] }
> = {
  javascript: {
    sdk: 'sentry.javascript.browser',
    frames: [
      {
        filename: './app/bootstrap.ts',
        function: 'main',
        module: 'app/bootstrap',
        source: [
          'export function main() {',
          '  const router = createRouter(routes);',
          '  router.start(document.body);',
          '}',
        ],
      },
      {
        filename: './app/router.ts',
        function: 'Router.start',
        module: 'app/router',
        source: [
          '  start(root) {',
          '    const page = this.match(location.pathname);',
          '    page.render(root);',
          '  }',
        ],
      },
      {
        filename: './app/cart/cart-page.tsx',
        function: 'CartPage.render',
        module: 'app/cart/cart-page',
        source: [
          '  render(root) {',
          '    const total = sum(this.cart.lines);',
          '    root.replaceChildren(view(total));',
          '  }',
        ],
      },
    ],
  },
  python: {
    sdk: 'sentry.python.django',
    frames: [
      {
        filename: 'django/core/handlers/base.py',
        function: '_get_response',
        module: 'django.core.handlers.base',
        source: [
          '    callback, args, kwargs = self.resolve_request(request)',
          '    response = callback(request, *args, **kwargs)',
        ],
      },
      {
        filename: 'billing/views.py',
        function: 'invoice',
        module: 'billing.views',
        source: [
          'def invoice(request, order_id):',
          '    order = load_order(order_id)',
          '    return render_invoice(order)',
        ],
      },
      {
        filename: 'billing/money.py',
        function: 'to_amount',
        module: 'billing.money',
        source: ['def to_amount(row):', '    return Amount(row["value"], row["currency"])'],
      },
    ],
  },
  java: {
    sdk: 'sentry.java.spring-boot',
    frames: [
      { filename: 'Thread.java', function: 'run', module: 'java.lang.Thread', source: [] },
      {
        filename: 'StockController.java',
        function: 'reserve',
        module: 'com.example.inventory.StockController',
        source: [
          '  Reservation reserve(Order order) {',
          '    return stock.take(order.lines());',
          '  }',
        ],
      },
      {
        filename: 'Stock.java',
        function: 'take',
        module: 'com.example.inventory.Stock',
        source: [
          '  Reservation take(List<Line> lines) {',
          '    return shelf.reserve(lines);',
          '  }',
        ],
      },
    ],
  },
  go: {
    sdk: 'sentry.go',
    frames: [
      {
        filename: 'net/http/server.go',
        function: 'HandlerFunc.ServeHTTP',
        module: 'net/http',
        source: [],
      },
      {
        filename: 'shipping/label.go',
        function: 'PrintLabel',
        module: 'example.com/shipping',
        source: [
          'func PrintLabel(ctx context.Context, p Parcel) error {',
          '\tconn, err := dialer.DialContext(ctx, "tcp", printer)',
          '\tif err != nil {',
          '\t\treturn err',
          '\t}',
        ],
      },
    ],
  },
  native: {
    sdk: 'sentry.cocoa',
    frames: [
      {
        filename: 'main.m',
        function: 'main',
        module: null,
        package: '/usr/lib/system/libdyld.dylib',
        source: [],
      },
      {
        filename: 'Scanner.mm',
        function: '-[Scanner readFrame:]',
        module: null,
        package: 'Scanner',
        source: ['  Pixel *pixel = frame->pixels + offset;', '  return pixel->value;'],
      },
    ],
  },
  php: {
    sdk: 'sentry.php.laravel',
    frames: [
      {
        filename: '/public/index.php',
        function: 'handle',
        module: null,
        source: ['$kernel = $app->make(Kernel::class);', '$response = $kernel->handle($request);'],
      },
      {
        filename: '/app/Catalogue.php',
        function: 'App\\Catalogue::open',
        module: null,
        source: [
          '    public function open(): PDO',
          '    {',
          '        return new PDO($this->dsn);',
          '    }',
        ],
      },
    ],
  },
};
