import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { DatabaseError, Pool } from 'pg';

export type SchemaEngine = bindings.SchemaEngine;

/**
 * Prisma's schema engine as WebAssembly: the same engine that the `prisma` command downloads as a program, without the
 * download. It must be started once in a process.
 */
let started = false;

export async function withSchemaEngine<T>(
  ownerUrl: string,
  datamodel: { path: string; content: string },
  run: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  if (!started) {
    await startEngine();
    started = true;
  }
  const pool = new Pool({ connectionString: ownerUrl, max: 1, idleTimeoutMillis: 0 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(pool));
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [[datamodel.path, datamodel.content]] },
    () => undefined,
    adapter,
  );
  try {
    return await run(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

async function startEngine(): Promise<void> {
  const program = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(program), {
    './schema_engine_bg.js': withoutHoldingTimers(),
  });
  // oxlint-disable-next-line no-underscore-dangle -- the generated bindings call it that
  bindings.__wbg_set_wasm(instance.exports);
  // The engine reports a panic through this global before it throws.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(`Prisma's schema engine broke down: ${message}`);
      },
    },
  });
  const start: unknown = instance.exports['__wbindgen_start'];
  if (typeof start !== 'function') throw new Error("Prisma's schema engine has no start function.");
  start();
}

/** The engine gives up waiting for its lock after ten seconds; that timer alone must not keep a process alive so long. */
function withoutHoldingTimers(): WebAssembly.ModuleImports {
  const imports: WebAssembly.ModuleImports = {};
  for (const [name, value] of Object.entries<unknown>(bindings)) {
    if (typeof value !== 'function') continue;
    imports[name] = name.startsWith('__wbg_setTimeout_')
      ? (...args: unknown[]) => {
          const timer: unknown = value(...args);
          if (timer instanceof Object && 'unref' in timer && typeof timer.unref === 'function') timer.unref();
          return timer;
        }
      : (value as WebAssembly.ImportValue);
  }
  return imports;
}

/**
 * The stock adapter with two faults mended that only migrations meet.
 *
 * It cuts a script at every semicolon, also inside a function's body. Sent whole, PostgreSQL takes it as one
 * transaction: a migration that fails leaves nothing behind.
 *
 * It refuses PostgreSQL's internal type "char", in which the catalogue keeps its flags and which the engine reads.
 */
class MigrationAdapter extends PrismaPg {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super(pool);
    this.#pool = pool;
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      try {
        await this.#pool.query(script);
      } catch (error) {
        throw error instanceof DatabaseError ? translate(error) : error;
      }
    };
    const flags = watchFlags(this.#pool);
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const found = await queryRaw(query);
      const columnTypes = found.columnTypes.map((type, at) =>
        flags.has(at) ? ColumnTypeEnum.Character : type,
      );
      return { ...found, columnTypes };
    };
    return adapter;
  }
}

const internalChar = 18;
const paddedCharacters = 1042;

/** The columns of type "char" in the latest answer (the pool has one connection), presented as a type the adapter knows. */
function watchFlags(pool: Pool): ReadonlySet<number> {
  const flags = new Set<number>();
  pool.on('connect', (client) => {
    client.connection.prependListener('rowDescription', (message: { fields: { dataTypeID: number }[] }) => {
      flags.clear();
      for (const [at, field] of message.fields.entries()) {
        if (field.dataTypeID !== internalChar) continue;
        field.dataTypeID = paddedCharacters;
        flags.add(at);
      }
    });
  });
  return flags;
}

function translate(error: DatabaseError): DriverAdapterError {
  return new DriverAdapterError({
    kind: 'postgres',
    code: error.code ?? 'XX000',
    severity: error.severity ?? 'ERROR',
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
    originalCode: error.code ?? 'XX000',
    originalMessage: error.message,
  });
}
