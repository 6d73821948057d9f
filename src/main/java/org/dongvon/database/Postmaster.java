package org.dongvon.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server process that {@code postmaster.pid} of a data folder names.
 *
 * @param port where it listens; 0 while it has not said so
 * @param ready whether it takes connections
 */
record Postmaster(ProcessHandle process, int port, boolean ready) {

    /** What our own start writes on the command line of the server. */
    static final String MARK = "cluster_name=dongvon";

    private static final int PID_LINE = 0;
    private static final int START_LINE = 2;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Seconds by which a process may look younger than the file that it wrote. */
    private static final long CLOCK_SLACK = 5;

    /** Whose process it is. */
    enum Holder {
        /** There is none, or it is dead, or the number now belongs to a younger process. */
        NOBODY,
        /** Started by us, now or before a crash. */
        OURS,
        /** Somebody else's server, or not a server at all. */
        FOREIGN
    }

    /** Reads the file; empty when there is none or its process is gone. */
    static Optional<Postmaster> find(Path data) {
        return read(data)
                .flatMap(lines -> ProcessHandle.of(
                                Long.parseLong(lines.get(PID_LINE).strip()))
                        .filter(ProcessHandle::isAlive)
                        .map(process -> new Postmaster(process, port(lines), isReady(lines))));
    }

    /** Looks at the process behind the number: numbers are used again after a crash. */
    Holder holder(Path data) {
        if (isZombie(process.pid())) {
            return Holder.NOBODY;
        }
        if (worksIn(process.pid(), data)) {
            return commandLine(process.pid()).contains(MARK) ? Holder.OURS : Holder.FOREIGN;
        }
        var written = read(data)
                .filter(lines -> lines.size() > START_LINE)
                .map(lines -> Instant.ofEpochSecond(
                        Long.parseLong(lines.get(START_LINE).strip())));
        var born = process.info().startInstant();
        if (written.isPresent()
                && born.isPresent()
                && born.get().isAfter(written.get().plusSeconds(CLOCK_SLACK))) {
            return Holder.NOBODY;
        }
        return Holder.FOREIGN;
    }

    /** Whether a server of ours is there, ready or not. */
    static boolean isServing(Path data) {
        return find(data).filter(found -> found.holder(data) == Holder.OURS).isPresent();
    }

    /** Processes of a server whose postmaster was killed; they hold its memory until they notice. */
    static List<ProcessHandle> orphans(Path data) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> worksIn(process.pid(), data)).toList();
        }
    }

    /** Server processes, and only they, have the data folder as their working folder. */
    private static boolean worksIn(long pid, Path data) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                    .equals(data.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /** Dead, but its parent has not asked how it ended; in a container nobody may ever ask. */
    private static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<List<String>> read(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.isEmpty() || lines.getFirst().isBlank() ? Optional.empty() : Optional.of(lines);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(List<String> lines) {
        return lines.size() > PORT_LINE && !lines.get(PORT_LINE).isBlank()
                ? Integer.parseInt(lines.get(PORT_LINE).strip())
                : 0;
    }

    private static boolean isReady(List<String> lines) {
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    }
}
