package org.dongvon.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The settings file that our start writes for the machine it runs on; an operator's own lines come after and win. */
final class ServerSettings {

    /** What must hold for an acknowledged posting to survive a power cut. */
    static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on", "data_checksums", "on");

    static final String FILE = "dongvon.conf";

    private ServerSettings() {}

    /** The text for a machine with so much memory and so much free disk, in megabytes. */
    static String text(long memory, long disk) {
        return """
                # Written at each start. Lines of your own belong in postgresql.conf, below the include.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 100
                password_encryption = 'scram-sha-256'

                fsync = on
                full_page_writes = on
                synchronous_commit = on

                shared_buffers = %dMB
                effective_cache_size = %dMB
                maintenance_work_mem = %dMB
                work_mem = %dMB
                max_wal_size = %dMB
                min_wal_size = 128MB
                checkpoint_timeout = 15min
                random_page_cost = 1.1
                jit = off

                shared_preload_libraries = 'pg_stat_statements'
                pg_stat_statements.max = 5000

                # Rows of people do not belong in a log.
                log_error_verbosity = terse
                log_min_error_statement = panic
                log_line_prefix = '%%m [%%p] %%u '
                """.formatted(
                        between(64, memory / 8, 4096),
                        between(128, memory / 2, 65536),
                        between(32, memory / 32, 1024),
                        between(4, memory / 768, 64),
                        between(256, disk / 20, 4096));
    }

    /** The text for this machine. */
    static String here(DataFolder folder) {
        return text(memory(), FreeSpace.megabytes(folder.root()));
    }

    private static long memory() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemTotal:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long between(long least, long wanted, long most) {
        return Math.clamp(wanted, least, most);
    }
}
