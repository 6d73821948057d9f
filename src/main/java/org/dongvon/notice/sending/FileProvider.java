package org.dongvon.notice.sending;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes messages to a file a day, for a house that hands them over itself: number of the message, telephone, text, with
 * tabs between. Only the owner of the folder reads it. Written is on disk.
 */
final class FileProvider implements MessageProvider {

    static final String NAME = "file";

    /** One write to disk for so many. */
    private static final int BATCH = 500;

    private final Path folder;

    FileProvider(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public List<Outcome> send(List<Outgoing> messages) {
        Map<LocalDate, StringBuilder> files = new LinkedHashMap<>();
        for (var each : messages) {
            files.computeIfAbsent(each.day(), day -> new StringBuilder())
                    .append(each.id())
                    .append('\t')
                    .append(each.to().digits())
                    .append('\t')
                    .append(each.text().replaceAll("\\s+", " "))
                    .append('\n');
        }
        var failed = new ArrayList<LocalDate>();
        files.forEach((day, lines) -> {
            try {
                append(day, lines.toString());
            } catch (IOException e) {
                failed.add(day);
            }
        });
        // A file that failed half-way may hold some of its lines: nobody knows which.
        return messages.stream()
                .map(each -> failed.contains(each.day())
                        ? new Outcome.Unsure("FILE_NOT_WRITTEN")
                        : new Outcome.Sent(each.day() + "/" + each.id()))
                .map(Outcome.class::cast)
                .toList();
    }

    private void append(LocalDate day, String lines) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var file = FileChannel.open(
                folder.resolve(day + ".txt"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), owner)) {
            var bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
    }

    @Override
    public void close() {}
}
