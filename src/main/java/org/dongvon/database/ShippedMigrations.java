package org.dongvon.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** The migration files that this build carries. */
final class ShippedMigrations {

    private static final String FOLDER = "db/migration/";

    private ShippedMigrations() {}

    /** Whether a module has any. */
    static boolean has(String module) {
        return sums().keySet().stream().anyMatch(name -> name.startsWith(module + "/"));
    }

    /** A short text that changes when any file is added or edited. */
    static String fingerprint() {
        return sums().entrySet().stream()
                .map(file -> file.getKey() + " " + Long.toHexString(file.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** Name below the folder, and checksum, of each file; from a jar without unpacking. */
    private static Map<String, Long> sums() {
        try {
            var home = Path.of(codeSource());
            return Files.isDirectory(home) ? sumsOfFolder(home.resolve(FOLDER)) : sumsOfJar(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI codeSource() {
        try {
            return ShippedMigrations.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program's own place is no address", e);
        }
    }

    private static Map<String, Long> sumsOfJar(Path file) throws IOException {
        var sums = new TreeMap<String, Long>();
        try (var jar = new JarFile(file.toFile())) {
            jar.stream()
                    .filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory())
                    .forEach(entry -> sums.put(entry.getName().substring(FOLDER.length()), entry.getCrc()));
        }
        return sums;
    }

    private static Map<String, Long> sumsOfFolder(Path folder) throws IOException {
        var sums = new TreeMap<String, Long>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                sums.put(folder.relativize(file).toString(), sum(file));
            }
        }
        return sums;
    }

    private static long sum(Path file) throws IOException {
        var sum = new CRC32();
        try (InputStream in = Files.newInputStream(file)) {
            sum.update(in.readAllBytes());
        }
        return sum.getValue();
    }
}
